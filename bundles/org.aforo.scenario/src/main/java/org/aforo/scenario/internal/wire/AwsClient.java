package org.aforo.scenario.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.aforo.scenario.Scenario.Target;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks AWS's JSON protocol, and plain HTTP, to a gateway over the wire. Safe for many threads. */
public final class AwsClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI endpoint;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();

    /** An answer that isn't a success. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String code;

        Refused(int status, String code, String message) {
            super(code + ": " + message);
            this.status = status;
            this.code = code;
        }

        /** Whether a producer should try again. */
        public boolean retryable() {
            return status >= 500 || code.contains("Throttl") || code.contains("Throughput")
                    || code.contains("LimitExceeded") || code.contains("Unavailable");
        }

        public String code() {
            return code;
        }
    }

    public AwsClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Makes a first exchange, so that no producer's clock runs while classes load. */
    public void warmUp() throws IOException, InterruptedException {
        get("/_aforo/health").close();
    }

    /** Calls an operation of a stream or a delivery stream. */
    public JsonNode call(Target target, String operation, byte[] body) throws IOException, InterruptedException {
        String prefix = target.service().equals("kinesis") ? "Kinesis_20131202." : "Firehose_20150804.";
        HttpRequest request = HttpRequest.newBuilder(endpoint).timeout(PATIENCE)
                .header("content-type", "application/x-amz-json-1.1").header("x-amz-target", prefix + operation)
                .POST(BodyPublishers.ofByteArray(body)).build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        JsonNode answer = JSON.readTree(response.body().length == 0 ? "{}".getBytes() : response.body());
        if (response.statusCode() != 200) {
            String type = answer.path("__type").asString("Unknown");
            throw new Refused(response.statusCode(), type.substring(type.indexOf('#') + 1),
                    answer.path("message").asString(answer.path("Message").asString("")));
        }
        return answer;
    }

    /** Gets a path, undecoded, with its query. */
    public InputStream get(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(
                HttpRequest.newBuilder(endpoint.resolve(path)).timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
        return success(response, path);
    }

    /** Posts JSON to a path. */
    public JsonNode post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve(path)).timeout(PATIENCE)
                .header("content-type", "application/json").POST(BodyPublishers.ofString(json)).build();
        try (InputStream in = success(http.send(request, BodyHandlers.ofInputStream()), path)) {
            return JSON.readTree(in);
        }
    }

    private static InputStream success(HttpResponse<InputStream> response, String path) throws IOException {
        if (response.statusCode() / 100 != 2) {
            try (InputStream in = response.body()) {
                throw new Refused(response.statusCode(), "HTTP " + response.statusCode() + " for " + path,
                        new String(in.readNBytes(2000), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return response.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
