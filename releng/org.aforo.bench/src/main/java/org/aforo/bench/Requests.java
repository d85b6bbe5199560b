package org.aforo.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Prepared requests of the AWS JSON protocol. */
final class Requests {

    static final String STREAM = "bench";
    static final String DELIVERY = "bench";
    static final String BUCKET = "bench";

    /** Records of a PutRecords. */
    static final int BATCH = 500;

    private static final String KINESIS = "Kinesis_20131202.";
    private static final String FIREHOSE = "Firehose_20150804.";
    private static final String JSON = "application/x-amz-json-1.1";

    private Requests() {
    }

    static byte[] kinesis(String operation, String body) {
        return HttpConnection.post("/", KINESIS + operation, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] firehose(String operation, String body) {
        return HttpConnection.post("/", FIREHOSE + operation, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    /** An operation's headers, for JSON. */
    static Map<String, String> kinesisHeaders(String operation) {
        return HttpConnection.headers(KINESIS + operation, JSON);
    }

    /** {@code GetRecords} in Kinesis's CBOR. */
    static byte[] cborGetRecords(String iterator, int limit) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(0xa2); // a map of two
        cborText(body, "ShardIterator");
        cborText(body, iterator);
        cborText(body, "Limit");
        body.write(0x19); // a number of two bytes
        body.write(limit >> 8);
        body.write(limit);
        return HttpConnection.post("/", KINESIS + "GetRecords", "application/x-amz-cbor-1.1", body.toByteArray());
    }

    private static void cborText(ByteArrayOutputStream out, String text) {
        out.write(0x79); // a text whose length has two bytes
        out.write(text.length() >> 8);
        out.write(text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** {@code PutRecords} of 500 x 100 bytes. */
    static byte[] smallRecords(String stream, SplittableRandom random) {
        return kinesis("PutRecords", records(stream, random, 100));
    }

    /** The same requests, to another path: what the bare limit is to do with them. */
    static List<byte[]> to(String path, List<byte[]> requests) {
        return requests.stream().map(request -> to(path, request)).toList();
    }

    private static byte[] to(String path, byte[] request) {
        byte[] start = ("POST " + path).getBytes(StandardCharsets.US_ASCII);
        int rest = "POST /".length();
        byte[] all = Arrays.copyOf(start, start.length + request.length - rest);
        System.arraycopy(request, rest, all, start.length, request.length - rest);
        return all;
    }

    /** One different request for each of a few connections: {@code PutRecords} of 500 x 1 KiB. */
    static List<byte[]> putRecords(String stream) {
        List<byte[]> requests = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(7);
        for (int c = 0; c < 4; c++) {
            requests.add(kinesis("PutRecords", records(stream, random, 1024)));
        }
        return requests;
    }

    private static String records(String stream, SplittableRandom random, int bytes) {
        StringBuilder body = new StringBuilder(720_000).append("{\"StreamName\":\"" + stream + "\",\"Records\":[");
        for (int i = 0; i < BATCH; i++) {
            body.append(i == 0 ? "" : ",").append("{\"Data\":\"").append(base64(random, bytes))
                    .append("\",\"PartitionKey\":\"key-").append(random.nextInt(1_000_000)).append("\"}");
        }
        return body.append("]}").toString();
    }

    /** {@code PutRecord} of 1 KiB, several keys. */
    static List<byte[]> putRecord() {
        List<byte[]> requests = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(7);
        for (int c = 0; c < 64; c++) {
            requests.add(kinesis("PutRecord", "{\"StreamName\":\"" + STREAM + "\",\"Data\":\"" + base64(random, 1024)
                    + "\",\"PartitionKey\":\"key-" + c + "\"}"));
        }
        return requests;
    }

    /** {@code PutRecordBatch} of 500 x 1 KiB. */
    static List<byte[]> putRecordBatch() {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder body = new StringBuilder(720_000)
                .append("{\"DeliveryStreamName\":\"" + DELIVERY + "\",\"Records\":[");
        for (int i = 0; i < 500; i++) {
            body.append(i == 0 ? "" : ",").append("{\"Data\":\"").append(base64(random, 1024)).append("\"}");
        }
        return List.of(firehose("PutRecordBatch", body.append("]}").toString()));
    }

    static String base64(SplittableRandom random, int bytes) {
        byte[] data = new byte[bytes];
        random.nextBytes(data);
        return Base64.getEncoder().encodeToString(data);
    }
}
