package org.aforo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Reading on through a shard with a million records, against reading the first page of one that has little more. */
final class Backlog {

    private static final int RECORDS = 1_000_000;
    private static final int PAGE = 1_000;
    private static final String FULL = "GetRecords of a shard with 1,000,000 records, going on (rec/s)";
    private static final String EMPTY = "GetRecords of a shard with 1,000 records (rec/s)";

    private final Figures figures;
    private final double seconds;

    Backlog(Figures figures, double seconds) {
        this.figures = figures;
        this.seconds = seconds;
    }

    void measure(Target target) throws IOException, InterruptedException {
        figures.note(EMPTY, target, rate(target, "almost-empty", PAGE));
        figures.note(FULL, target, rate(target, "backlog", RECORDS));
    }

    private Load.Result rate(Target target, String stream, int records) throws IOException, InterruptedException {
        target.createStream(stream, 1);
        Load.send(target.port(), records / Requests.BATCH, Requests.smallRecords(stream, new SplittableRandom(5)));
        String iterator = target.iterator(stream, target.shards(stream).getFirst(), "TRIM_HORIZON");
        return Load.run(target.port(), 2, seconds / 2, seconds, i -> new Reader(iterator)).times(PAGE);
    }

    boolean owns(String what) {
        return what.equals(FULL) || what.equals(EMPTY);
    }

    Table table(String target) {
        double full = figures.median(FULL, target);
        double empty = figures.median(EMPTY, target);
        Table table = new Table("records behind the iterator", "1,000", "1,000,000", "1,000,000/1,000");
        table.row("GetRecords, pages of 1,000 x 100 bytes, 2 connections (rec/s)", Table.number(empty),
                Table.number(full), Table.ratio(full, empty));
        return table;
    }

    /** Follows iterators; begins again where there is no full page left. */
    private static final class Reader implements Load.Client {

        private static final String NEXT = "\"NextShardIterator\":\"";
        /** The end of an answer: all that comes after the records. */
        private static final int END = 1_024;

        private final byte[] first;
        private byte[] request;

        Reader(String iterator) {
            first = request(iterator);
            request = first;
        }

        private static byte[] request(String iterator) {
            return Requests.kinesis("GetRecords", "{\"ShardIterator\":\"" + iterator + "\",\"Limit\":" + PAGE + '}');
        }

        @Override
        public byte[] request() {
            return request;
        }

        @Override
        public boolean wantsAnswer() {
            return true;
        }

        @Override
        public void answer(byte[] body) throws IOException {
            int from = Math.max(0, body.length - END);
            String end = new String(body, from, body.length - from, StandardCharsets.US_ASCII);
            int at = end.indexOf(NEXT) + NEXT.length();
            if (at < NEXT.length()) {
                throw new IOException("unexpected answer: " + end);
            }
            boolean last = end.contains("\"MillisBehindLatest\":0");
            request = last ? first : request(end.substring(at, end.indexOf('"', at)));
        }
    }
}
