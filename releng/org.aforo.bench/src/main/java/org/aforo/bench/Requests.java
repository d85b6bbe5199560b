package org.aforo.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** Prepared requests of the AWS JSON protocol. */
final class Requests {

    static final String STREAM = "bench";
    static final String DELIVERY = "bench";
    static final String BUCKET = "bench";

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

    /** One different request for each of a few connections: {@code PutRecords} of 500 x 1 KiB. */
    static List<byte[]> putRecords() {
        List<byte[]> requests = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(7);
        for (int c = 0; c < 4; c++) {
            StringBuilder body = new StringBuilder(720_000).append("{\"StreamName\":\"" + STREAM + "\",\"Records\":[");
            for (int i = 0; i < 500; i++) {
                body.append(i == 0 ? "" : ",").append("{\"Data\":\"").append(base64(random, 1024))
                        .append("\",\"PartitionKey\":\"key-").append(random.nextInt(1_000_000)).append("\"}");
            }
            requests.add(kinesis("PutRecords", body.append("]}").toString()));
        }
        return requests;
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
