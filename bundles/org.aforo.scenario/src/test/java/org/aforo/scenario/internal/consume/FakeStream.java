package org.aforo.scenario.internal.consume;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.zip.CRC32;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Answers as a stream does, in the way that a test wants; beginnings with {@code !} are errors' codes. */
final class FakeStream implements AutoCloseable {

    private final HttpServer server;
    private final BiFunction<String, String, Object> answers;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** @param answers operation and body → JSON, or a list of events */
    FakeStream(BiFunction<String, String, Object> answers) {
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Operations with their bodies. */
    List<String> calls() {
        return calls;
    }

    static String record(int n, String key) {
        String data = Base64.getEncoder().encodeToString((key + n).getBytes(StandardCharsets.UTF_8));
        return "{\"SequenceNumber\":\"" + n + "\",\"ApproximateArrivalTimestamp\":1.5,\"PartitionKey\":\"" + key
                + "\",\"Data\":\"" + data + "\"}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String operation = exchange.getRequestHeaders().getFirst("x-amz-target").split("\\.")[1];
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(operation + " " + body);
        Object answer = answers.apply(operation, body);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = 200;
        if (answer instanceof List<?> events) {
            for (Object event : events) {
                out.write(event((String) event));
            }
        } else if (answer instanceof String text && text.startsWith("!")) {
            status = 400;
            out.write(
                    ("{\"__type\":\"" + text.substring(1) + "\",\"message\":\"m\"}").getBytes(StandardCharsets.UTF_8));
        } else {
            out.write(answer.toString().getBytes(StandardCharsets.UTF_8));
        }
        exchange.sendResponseHeaders(status, out.size());
        exchange.getResponseBody().write(out.toByteArray());
        exchange.close();
    }

    private static byte[] event(String text) throws IOException {
        boolean error = text.startsWith("!");
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        header(headers, ":message-type", error ? "exception" : "event");
        header(headers, error ? ":exception-type" : ":event-type", error ? text.substring(1) : "SubscribeToShardEvent");
        byte[] payload = error ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(message);
        out.writeInt(16 + headers.size() + payload.length);
        out.writeInt(headers.size());
        out.writeInt(crc(message.toByteArray()));
        out.write(headers.toByteArray());
        out.write(payload);
        out.writeInt(crc(message.toByteArray()));
        return message.toByteArray();
    }

    private static void header(ByteArrayOutputStream to, String name, String value) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeByte(name.length());
        out.writeBytes(name);
        out.writeByte(7);
        out.writeShort(value.length());
        out.writeBytes(value);
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
