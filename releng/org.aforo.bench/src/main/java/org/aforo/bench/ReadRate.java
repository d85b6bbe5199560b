package org.aforo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * GetRecords again and again from the same place of each of four shards, so that the pages are warm; rates are of the
 * records' data, before any Base64. The bare limit answers with as many bytes as the answer had on the wire.
 */
final class ReadRate {

    private static final String STREAM = "reads";
    private static final int CONNECTIONS = 4;
    private static final int RECORD_BYTES = 1024;
    /** Seconds for each figure, until a large page's code is compiled: two cores are busy with sending meanwhile. */
    private static final double WARM_UP = 5;
    /** Of 500 records over four shards: more than 10,000 in each. */
    private static final int FILL = 90;
    private static final int PEERS_FILL = 2;

    private enum Form {
        JSON, CBOR
    }

    /** A figure: pages of so many records, in a form. */
    private record Page(int records, Form form) {
        String name() {
            return String.format("GetRecords, pages of %,d x 1 KiB, %s (MB/s)", records, form);
        }
    }

    private static final Page SHORT = new Page(1_000, Form.JSON);
    private static final List<Page> PAGES = List.of(new Page(10_000, Form.JSON), new Page(10_000, Form.CBOR), SHORT);

    private final Figures figures;
    private final double seconds;
    /** How long Aforo's answers were. */
    private final Map<Page, Integer> wire = new LinkedHashMap<>();

    ReadRate(Figures figures, double seconds) {
        this.figures = figures;
        this.seconds = seconds;
    }

    /** @param all whether the long pages too, of four shards: too much for the peers to be filled with */
    void measure(Target target, boolean all) throws IOException, InterruptedException {
        target.createStream(STREAM, all ? CONNECTIONS : 1);
        Load.send(target.port(), all ? FILL : PEERS_FILL, Requests.putRecords(STREAM).getFirst());
        List<String> iterators = new ArrayList<>();
        for (String shard : target.shards(STREAM)) {
            iterators.add(target.iterator(STREAM, shard, "TRIM_HORIZON"));
        }
        for (Page page : PAGES) {
            if (all || page == SHORT) {
                measure(target, page, iterators);
            }
        }
    }

    private void measure(Target target, Page page, List<String> iterators) throws IOException, InterruptedException {
        List<byte[]> requests = iterators.stream().map(iterator -> request(page, iterator)).toList();
        byte[] answer = target.bytes(requests.getFirst());
        wire.putIfAbsent(page, answer.length);
        double payload = (double) count(answer) * RECORD_BYTES;
        Load.Result result = Load.run(target.port(), CONNECTIONS, WARM_UP, seconds, Load.prepared(requests));
        figures.note(page.name(), target, result.times(payload / 1e6));
    }

    void measureBare(Target bare) throws IOException, InterruptedException {
        for (Page page : PAGES) {
            byte[] request = HttpConnection.post("/bytes/" + wire.get(page), "bare", "text/plain", new byte[0]);
            figures.note(page.name(), bare, Load.run(bare.port(), CONNECTIONS, WARM_UP, seconds,
                    Load.prepared(List.of(request))).times((double) page.records * RECORD_BYTES / 1e6));
        }
    }

    private static byte[] request(Page page, String iterator) {
        return page.form == Form.JSON ? Requests.kinesis("GetRecords",
                "{\"ShardIterator\":\"" + iterator + "\",\"Limit\":" + page.records + '}')
                : Requests.cborGetRecords(iterator, page.records);
    }

    /** How many records an answer has. */
    private static int count(byte[] answer) throws IOException {
        byte[] name = "PartitionKey".getBytes(StandardCharsets.US_ASCII);
        int n = 0;
        for (int at = 0; at <= answer.length - name.length; at++) {
            if (answer[at] == name[0] && Arrays.equals(answer, at, at + name.length, name, 0, name.length)) {
                n++;
            }
        }
        if (n == 0) {
            throw new IOException("GetRecords gave nothing: " + new String(answer, 0, Math.min(300, answer.length),
                    StandardCharsets.ISO_8859_1));
        }
        return n;
    }
}
