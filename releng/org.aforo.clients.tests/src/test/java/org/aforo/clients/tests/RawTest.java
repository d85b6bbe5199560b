package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests as no client would send them, over bare sockets: each is refused for what is wrong with it. */
@Timeout(60)
class RawTest {

    private static final String JSON = "application/x-amz-json-1.1";
    private static final String CBOR = "application/x-amz-cbor-1.1";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    private static Product product;

    @BeforeAll
    static void start() throws Exception {
        product = Product.start("--ephemeral", "--no-limits");
        product.ask("POST", "/_aforo/api/kinesis/CreateStream", "{\"StreamName\":\"s\",\"ShardCount\":1}");
        product.ask("POST", "/_aforo/api/s3/CreateBucket", "{\"Bucket\":\"raw\"}");
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("half a JSON", call("Kinesis_20131202.ListStreams", JSON, "{\"Limit\":"),
                        "SerializationException"),
                arguments("no JSON", call("Kinesis_20131202.ListStreams", JSON, "\u0000\u0001{{{"),
                        "SerializationException"),
                arguments("an array", call("Kinesis_20131202.ListStreams", JSON, "[1]"), "SerializationException"),
                arguments("a wrong type", call("Kinesis_20131202.ListStreams", JSON, "{\"Limit\":\"many\"}"),
                        "SerializationException"),
                arguments("a huge number", call("Kinesis_20131202.ListStreams", JSON, "{\"Limit\":1e999}"), ""),
                arguments("deep nesting", call("Kinesis_20131202.ListStreams", JSON,
                        "{\"x\":" + "[".repeat(100_000) + "}"), "SerializationException"),
                arguments("spoiled Base64", call("Kinesis_20131202.PutRecord", JSON,
                        "{\"StreamName\":\"s\",\"PartitionKey\":\"k\",\"Data\":\"***\"}"), "SerializationException"),
                arguments("a missing member", call("Kinesis_20131202.PutRecord", JSON, "{\"StreamName\":\"s\"}"),
                        "ValidationException"),
                arguments("an unknown operation", call("Kinesis_20131202.Nothing", JSON, "{}"),
                        "UnknownOperationException"),
                arguments("an unknown service", call("Nothing_1.Nothing", JSON, "{}"), "UnknownOperationException"),
                arguments("a target without a dot", call("Kinesis", JSON, "{}"), "UnknownOperationException"),
                arguments("half a CBOR", call("Kinesis_20131202.ListStreams", CBOR, "\u00bf\u0065Li"), ""),
                arguments("a CBOR of endless length", call("Kinesis_20131202.ListStreams", CBOR,
                        "\u00bb\u007f\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff"), ""),
                arguments("an XML with entities", http("POST /raw?delete", "Content-MD5: x", "<!DOCTYPE a ["
                        + "<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                        + "<Delete><Object><Key>&b;</Key></Object></Delete>"),
                        "<Code>"),
                arguments("half an XML",
                        http("POST /raw?delete",
                                "Content-MD5: oM4DDpAHUMEoItALkbOyTg==", "<Delete><Obj"),
                        "MalformedXML"),
                arguments("a way out of the bucket", http("GET /raw/../../../etc/passwd", "X: y", ""), ""),
                arguments("an escaped way out", http("GET /raw/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "X: y", ""),
                        "NoSuchKey"),
                arguments("a spoiled escape", http("GET /raw/%zz", "X: y", ""), ""),
                arguments("a zero byte in a key", http("GET /raw/a%00b", "X: y", ""), ""),
                arguments("a spoiled part number", http("PUT /raw/k?partNumber=x&uploadId=u", "X: y", "d"), "<Code>"),
                arguments("a spoiled range of keys", http("GET /raw?list-type=2&max-keys=many", "X: y", ""),
                        "InvalidArgument"),
                arguments("spoiled chunks of a body", http("PUT /raw/k", "x-amz-content-sha256: "
                        + "STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\nx-amz-decoded-content-length: 5\r\n"
                        + "Content-Encoding: aws-chunked", "zzz\r\nnot a chunk\r\n"), "<Code>"),
                arguments("a negative length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n", ""),
                arguments("two lengths",
                        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", ""),
                arguments("a length and chunks",
                        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n"
                                + "\r\n0\r\n\r\n",
                        ""),
                arguments("spoiled transfer chunks",
                        "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: Kinesis_20131202.ListStreams\r\n"
                                + "Content-Type: " + JSON + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                        ""),
                arguments("headers without end",
                        "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(1 << 16) + "\r\n\r\n", ""),
                arguments("no HTTP", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n", ""),
                arguments("no host", "GET / HTTP/1.1\r\n\r\n", ""),
                arguments("the control API with half a JSON",
                        http("POST /_aforo/clock/advance", "Content-Type: application/json", "{\"sec"), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void itIsRefused(String what, String request, String code) throws IOException {
        String answer = exchange(request.getBytes(StandardCharsets.ISO_8859_1));

        int status = status(answer);
        assertThat(status).as(answer).isBetween(400, 499);
        assertThat(answer).contains(code).doesNotContain("\tat ", "org.aforo", "org.eclipse");
    }

    /** A seeded thousand of valid requests with some bytes changed, cut or doubled. */
    @Test
    void noSpoiledRequestIsAnErrorOfTheServer() throws Exception {
        Random random = new Random(42);
        List<byte[]> valid = Stream.of(
                call("Kinesis_20131202.PutRecord", JSON,
                        "{\"StreamName\":\"s\",\"PartitionKey\":\"k\",\"Data\":\"YWJj\"}"),
                call("Kinesis_20131202.PutRecords", CBOR, "\u00a2jStreamNameasgRecords\u0081\u00a2lPartitionKeyak"
                        + "dDataCabc"),
                call("Firehose_20150804.PutRecordBatch", JSON,
                        "{\"DeliveryStreamName\":\"none\",\"Records\":[{\"Data\":\"YWJj\"}]}"),
                http("PUT /raw/key?tagging", "X: y",
                        "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"),
                http("GET /raw?list-type=2&prefix=a&max-keys=3", "Range: bytes=0-1", ""),
                http("PUT /_aforo/clock", "Content-Type: application/json", "{\"scale\":1}"))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).toList();

        for (int i = 0; i < 1_000; i++) {
            byte[] request = spoil(valid.get(i % valid.size()), random);
            String answer = exchange(request);
            if (!answer.isEmpty()) {
                assertThat(status(answer)).as("%s\nfor\n%s", answer,
                        new String(request, StandardCharsets.ISO_8859_1)).isNotIn(500, 502, 503, 504);
            }
        }

        assertThat(product.send("GET", "/_aforo/health", null).statusCode()).isEqualTo(200);
        assertThat(product.send("POST", "/_aforo/api/kinesis/ListStreams", "{}").body()).contains("\"s\"");
    }

    private static byte[] spoil(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        // The request line's method stays, so that it is a request at all more often than not.
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            bytes[5 + random.nextInt(bytes.length - 5)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static String call(String target, String type, String body) {
        return http("POST /", "X-Amz-Target: " + target + "\r\nContent-Type: " + type, body);
    }

    private static String http(String line, String headers, String body) {
        return line + " HTTP/1.1\r\nHost: 127.0.0.1:" + (product == null ? 0 : product.port()) + "\r\n" + headers
                + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Sends the bytes and the end of them; what came back, or nothing where the connection was cut. */
    private static String exchange(byte[] request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), product.port())) {
            socket.setSoTimeout(10_000);
            send(socket, request);
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException e) {
                throw new AssertionError("no answer in 10 s to\n" + new String(request, StandardCharsets.ISO_8859_1));
            } catch (SocketException e) {
                // Cut by the server, which had answered already or would not.
            }
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    /** A server that has seen enough answers and closes while the rest is still being sent. */
    private static void send(Socket socket, byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
        } catch (SocketException e) {
            // What it answered before is there to be read.
        }
    }

    private static int status(String answer) {
        Matcher matcher = STATUS.matcher(answer);
        assertThat(matcher.lookingAt()).as("an answer: " + answer).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
