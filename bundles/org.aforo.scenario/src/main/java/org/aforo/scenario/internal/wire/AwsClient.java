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
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.aforo.api.BenchSettings;
import org.aforo.protocol.SigV4;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks AWS's JSON and query protocols, S3's and plain HTTP to a gateway over the wire. Requests to services are signed with the
 * key that every bench knows, so that it works in strict mode too. Safe for many threads.
 */
public final class AwsClient implements AutoCloseable {

    private static final Map<String, Protocol> PROTOCOLS = Map.of("kinesis", new Protocol("1.1", "Kinesis_20131202"),
            "firehose", new Protocol("1.1", "Firehose_20150804"), "sqs", new Protocol("1.0", "AmazonSQS"));
    private static final Map<String, QueryProtocol> QUERIES = Map.of("sns", new QueryProtocol("2010-03-31"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();
    private static final SigV4.Credentials KEY = new SigV4.Credentials("test", "test");
    private static final String NOTHING = SigV4.hash(new byte[0]);

    private final URI endpoint;
    /** Signatures go by the real time, whatever the bench's clock says. */
    private final InstantSource time = InstantSource.system();
    private final Map<String, SigV4> signers = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();

    /**
     * @param json   the protocol's version
     * @param target what a service is called in the protocol's header
     */
    private record Protocol(String json, String target) {
    }

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

    /** The URL of a queue. */
    public String queue(String name) {
        return endpoint.resolve("/" + BenchSettings.DEFAULT_ACCOUNT + "/" + name).toString();
    }

    /** Makes a first exchange, so that no producer's clock runs while classes load. */
    public void warmUp() throws IOException, InterruptedException {
        get("/_aforo/health").close();
    }

    /** Calls an operation of a service that speaks this protocol. */
    public JsonNode call(String service, String operation, byte[] body) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request(service, operation, body), BodyHandlers.ofByteArray());
        if (QUERIES.containsKey(service)) {
            if (response.statusCode() != 200) {
                throw QueryProtocol.refused(response.statusCode(), response.body());
            }
            return QueryProtocol.answer(response.body()).path(operation + "Result");
        }
        if (response.statusCode() != 200) {
            throw refused(response.statusCode(), response.body());
        }
        return JSON.readTree(response.body().length == 0 ? "{}".getBytes() : response.body());
    }

    /** Calls an operation of a service, whichever protocol it speaks. */
    public JsonNode call(String service, String operation, Map<String, ?> input)
            throws IOException, InterruptedException {
        QueryProtocol query = QUERIES.get(service);
        return query == null ? call(service, operation, JSON.writeValueAsBytes(input))
                : call(service, operation, query.form(operation, input));
    }

    /** Calls an operation that answers with events; close it to end them. */
    public EventStream open(String service, String operation, Map<String, ?> input)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request(service, operation, JSON.writeValueAsBytes(input)),
                BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            try (InputStream in = response.body()) {
                throw refused(response.statusCode(), in.readAllBytes());
            }
        }
        return new EventStream(response.body());
    }

    private HttpRequest request(String service, String operation, byte[] body) {
        Protocol protocol = PROTOCOLS.get(service);
        Map<String, String> headers = protocol == null
                ? Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8")
                : Map.of("content-type", "application/x-amz-json-" + protocol.json(), "x-amz-target",
                        protocol.target() + "." + operation);
        return signed(service, "POST", endpoint, headers, SigV4.hash(body)).POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static Refused refused(int status, byte[] body) {
        JsonNode answer = JSON.readTree(body.length == 0 ? "{}".getBytes() : body);
        String type = answer.path("__type").asString("Unknown");
        return new Refused(status, type.substring(type.indexOf('#') + 1),
                answer.path("message").asString(answer.path("Message").asString("")));
    }

    /** Gets a path of S3, undecoded, with its query. */
    public InputStream get(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(
                signed("s3", "GET", endpoint.resolve(path), Map.of(), NOTHING).build(), BodyHandlers.ofInputStream());
        return success(response, path);
    }

    private HttpRequest.Builder signed(String service, String method, URI uri, Map<String, String> headers,
            String hash) {
        SigV4 signer = signers.computeIfAbsent(service, s -> new SigV4(KEY, BenchSettings.DEFAULT_REGION, s));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        headers.forEach(request::header);
        signer.sign(method, uri, headers, hash, time.instant()).forEach(request::header);
        return request;
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
        http.shutdownNow(); // what still waits for messages needn't be awaited
    }
}
