package org.aforo.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server that tells what a test wants told, as a bench would. */
final class ScriptedBench implements AutoCloseable {

    private static final byte[] HANG_UP = new byte[0];

    final BlockingQueue<byte[]> feed = new LinkedBlockingQueue<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final HttpServer server;

    ScriptedBench() throws IOException {
        this(0);
    }

    ScriptedBench(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        answer("/_aforo/health", () -> "{\"services\":[{\"id\":\"svc\",\"title\":\"Service\",\"description\":\"\"}]}");
        server.createContext("/_aforo/events", exchange -> send(exchange, events(exchange)));
        server.createContext("/_aforo/metrics/stream", this::stream);
        server.start();
    }

    /** What a path is answered with. */
    ScriptedBench answer(String path, java.util.function.Supplier<String> json) {
        server.createContext(path, exchange -> send(exchange, json.get()));
        return this;
    }

    private void send(HttpExchange exchange, String json) throws IOException {
        asked.add(exchange.getRequestMethod() + ' ' + exchange.getRequestURI());
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private synchronized String events(HttpExchange exchange) {
        int since = Integer.parseInt(exchange.getRequestURI().getQuery().substring("since=".length()));
        return "{\"events\":[" + String.join(",", events.subList(Math.min(events.size(), since), events.size()))
                + "]}";
    }

    private void stream(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + ' ' + exchange.getRequestURI());
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (byte[] next = feed.take(); next != HANG_UP; next = feed.take()) {
                out.write(next);
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Notes an event, as JSON. */
    synchronized String event(String text) {
        String event = "{\"number\":" + (events.size() + 1) + ",\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"said\","
                + "\"resource\":\"\",\"text\":\"" + text + "\"}";
        events.add(event);
        return event;
    }

    void snapshot(String resources, String told) {
        frame("snapshot", resources, "", told);
    }

    void delta(String resources, String removed, String told) {
        frame("delta", resources, removed, told);
    }

    private void frame(String type, String resources, String removed, String told) {
        feed.add(("event: " + type + "\ndata: {\"clock\":{\"now\":\"2026-01-01T00:00:00Z\",\"nanos\":1,\"scale\":1,"
                + "\"nextTimer\":null},\"resources\":[" + resources + "],\"removed\":[" + removed + "],\"events\":["
                + told + "]}\n\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the feed that is read now. */
    void hangUp() {
        feed.add(HANG_UP);
    }

    static String resource(String arn, String parent, long records) {
        return "{\"arn\":\"" + arn + "\",\"service\":\"svc\",\"kind\":\"thing\",\"name\":\"" + arn + "\",\"parent\":"
                + (parent == null ? "null" : '"' + parent + '"') + ",\"state\":\"ACTIVE\",\"attributes\":{\"A\":\"1\"},"
                + "\"in\":" + flow(records) + ",\"out\":" + flow(0) + ",\"buffers\":[{\"name\":\"b\",\"bytes\":1,"
                + "\"maxBytes\":2,\"records\":1,\"maxRecords\":null,\"oldestSeconds\":0.5,\"flushAt\":null,"
                + "\"lastFlush\":null}],\"links\":[{\"to\":\"arn:x\",\"label\":\"feeds\"}]}";
    }

    private static String flow(long records) {
        String rates = "{\"records\":" + records + ".5,\"bytes\":0.0,\"errors\":0.0,\"throttles\":0.0}";
        String none = "{\"records\":0.0,\"bytes\":0.0,\"errors\":0.0,\"throttles\":0.0}";
        return "{\"records\":" + records + ",\"bytes\":" + records * 100 + ",\"errors\":0,\"throttles\":0,"
                + "\"oneSecond\":" + (records == 0 ? none : rates) + ",\"tenSeconds\":" + none + ",\"minute\":" + none
                + ",\"latencyMillis\":{\"count\":" + records + ",\"p50\":1.5,\"p90\":2.0,\"p99\":3.0,\"max\":4.0}}";
    }

    @Override
    public void close() {
        feed.add(HANG_UP);
        server.stop(0);
    }
}
