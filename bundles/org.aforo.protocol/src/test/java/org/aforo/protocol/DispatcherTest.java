package org.aforo.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.endpoint.HttpRoute;
import org.aforo.protocol.fake.FakeBench;
import org.aforo.protocol.fake.FakeRequest;
import org.aforo.protocol.internal.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

class DispatcherTest {

    private static final String PUT = "Kinesis_20131202.PutRecord";
    private static final String INPUT = "{\"StreamName\":\"ticks\",\"Data\":\"aGk=\",\"PartitionKey\":\"k\",\"New\":1}";
    private static final Call CALL = new Call("id", "kinesis", "000000000000", "us-east-1", "");

    private final FakeBench bench = new FakeBench(false);
    private final Dispatcher dispatcher = new Dispatcher(bench.bench());

    public record In(String streamName, ByteBuffer data, String partitionKey) {
    }

    public record Out(String shardId, String sequenceNumber) {
    }

    private record Service(String id, List<Endpoint> endpoints) implements IngestionService {
        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor(id, "Service " + id, "For tests.");
        }

        @Override
        public Collection<? extends Resource> resources() {
            return List.of();
        }

        @Override
        public void reset() {
            // holds nothing
        }
    }

    private Service kinesis(AwsApi.Handler<In, Out> handler) {
        URL model = DispatcherTest.class.getResource("/model/kinesis-2013-12-02-model.json");
        Service service = new Service("kinesis",
                List.of(AwsApi.of(model).operation("PutRecord", In.class, Out.class, In::streamName, handler).build()));
        dispatcher.plug(service);
        return service;
    }

    private Service route(String path, String answer) {
        Service service = new Service("at" + path, List.of(new HttpRoute(path,
                request -> HttpRoute.Response.text(200, "text/plain", answer + ' ' + request.path()))));
        dispatcher.plug(service);
        return service;
    }

    private WireResponse put() {
        return dispatcher.handle(FakeRequest.json(PUT, INPUT));
    }

    private static Object json(WireResponse response) {
        return JsonReader.parse(text(response).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(WireResponse response) {
        try {
            return new String(response.stream() != null ? response.stream().stream().readAllBytes()
                    : bytes(response.body()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(ByteBuffer body) {
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        return bytes;
    }

    @Test
    void bringsARequestToItsOperationAndTheResultBack() {
        kinesis((in, call) -> new Out(StandardCharsets.UTF_8.decode(in.data().duplicate()) + in.partitionKey(), null));

        WireResponse response = put();

        assertThat(response.status()).isEqualTo(200);
        assertThat(json(response)).isEqualTo(Map.of("ShardId", "hik"));
        assertThat(response.headers()).containsEntry("Content-Type", "application/x-amz-json-1.1")
                .containsKey("x-amzn-RequestId");
    }

    @ParameterizedTest
    @CsvSource({"test, 000000000000", "123456789012, 123456789012", "AKIAIOSFODNN7EXAMPLE, 000000000000"})
    void theAccessKeyTellsTheAccount(String key, String account) {
        kinesis((in, call) -> new Out(call.account() + ' ' + call.region(), null));

        WireResponse response = dispatcher.handle(FakeRequest.json(PUT, INPUT).with("authorization",
                "AWS4-HMAC-SHA256 Credential=" + key + "/20130524/eu-west-1/kinesis/aws4_request, SignedHeaders=host, "
                        + "Signature=0"));

        assertThat(json(response)).isEqualTo(Map.of("ShardId", account + " eu-west-1"));
    }

    @ParameterizedTest
    @CsvSource({"kinesis, false", "s3, true", "other, true"})
    void aPathIsNotS3sWhereTheRequestIsSignedForAServiceWithoutPaths(String signedFor, boolean s3s)
            throws IOException {
        kinesis((in, call) -> null);
        URL model = FuzzTest.S3.toUri().toURL();
        dispatcher.plug(new Service("s3", List.of(AwsApi.of(model)
                .operation("ListBuckets", Void.class, Void.class, in -> null, (in, call) -> null).build())));

        WireResponse response = dispatcher.handle(FakeRequest.of("GET", "/", "").with("authorization",
                "AWS4-HMAC-SHA256 Credential=test/20130524/eu-west-1/" + signedFor
                        + "/aws4_request, SignedHeaders=host, "
                        + "Signature=0"));

        assertThat(response.status()).isEqualTo(s3s ? 200 : 404);
    }

    @Test
    void whatIsNotBuiltIsUnknown() {
        kinesis((in, call) -> null);

        WireResponse response = dispatcher.handle(FakeRequest.json("Kinesis_20131202.ListStreams", "{}"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(json(response)).isEqualTo(Map.of("__type", "UnknownOperationException"));
    }

    @Test
    void errorsKeepTheirCodeStatusAndWords() {
        kinesis((in, call) -> {
            throw AwsError.client("ResourceNotFoundException", "Stream ticks under account 0 not found.");
        });

        WireResponse response = put();

        assertThat(response.status()).isEqualTo(400);
        assertThat(json(response)).isEqualTo(Map.of("__type", "ResourceNotFoundException", "message",
                "Stream ticks under account 0 not found."));
    }

    @Test
    void defectsAreToldToTheBenchRatherThanTheClient() {
        kinesis((in, call) -> {
            throw new IllegalStateException("secret detail");
        });

        WireResponse response = put();

        assertThat(response.status()).isEqualTo(500);
        assertThat(text(response)).contains("InternalFailure").doesNotContain("secret", "IllegalState", "org.aforo");
        assertThat(bench.events()).singleElement().asString().startsWith("internal-failure: ")
                .contains("secret detail");
    }

    @Test
    void faultsComeInTheServicesOwnWords() {
        kinesis((in, call) -> new Out("s", "1"));
        bench.throttle();

        assertThat(json(put())).asInstanceOf(MAP)
                .containsEntry("__type", "ProvisionedThroughputExceededException");
        assertThatThrownBy(() -> dispatcher.call("kinesis", "PutRecord",
                Map.of("StreamName", "s", "Data", "", "PartitionKey", "k"), CALL))
                .hasFieldOrPropertyWithValue("code", "ProvisionedThroughputExceededException");
    }

    @Test
    void aServiceTakenOutIsUnavailableUntilItIsBack() {
        Service service = kinesis((in, call) -> new Out("s", "1"));
        assertThat(put().status()).isEqualTo(200);

        dispatcher.unplug(service, Duration.ZERO);

        WireResponse response = put();
        assertThat(response.status()).isEqualTo(503);
        assertThat(json(response)).isEqualTo(Map.of("__type", "ServiceUnavailable", "message",
                "Service kinesis (kinesis) is not plugged in at the moment."));
        assertThatThrownBy(() -> dispatcher.call("kinesis", "PutRecord", Map.of(), CALL))
                .hasFieldOrPropertyWithValue("status", 503);
        dispatcher.plug(service);
        assertThat(put().status()).isEqualTo(200);
    }

    @Test
    void takingOutWaitsForCallsUnderWay() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Service service = kinesis((in, call) -> {
            entered.countDown();
            finish.await();
            return new Out("s", "1");
        });
        WireResponse[] response = new WireResponse[1];
        Thread caller = Thread.startVirtualThread(() -> response[0] = put());
        entered.await();
        dispatcher.unplug(service, Duration.ofMillis(10));
        assertThat(put().status()).as("no new calls while draining").isEqualTo(503);

        finish.countDown();
        caller.join();

        assertThat(response[0].status()).isEqualTo(200);
    }

    @Test
    void theLongestPathAnswers() {
        route("/hello", "short");
        Service longer = route("/hello/world", "long");

        assertThat(text(get("/hello/you"))).isEqualTo("short /hello/you");
        assertThat(text(get("/hello/world"))).isEqualTo("long /hello/world");
        assertThat(text(get("/hello/world/x%20y"))).isEqualTo("long /hello/world/x y");
        assertThat(get("/hellothere").status()).isNotEqualTo(200);
        dispatcher.unplug(longer, Duration.ZERO);
        assertThat(text(get("/hello/world"))).isEqualTo("short /hello/world");
    }

    @Test
    void aPathTakenOutIsUnavailable() {
        dispatcher.unplug(route("/hello", "hi"), Duration.ZERO);

        assertThat(get("/hello").status()).isEqualTo(503);
    }

    private WireResponse get(String path) {
        return dispatcher.handle(FakeRequest.of("GET", path, ""));
    }

    @Test
    void callsWithoutTheWireAreValidatedToo() throws InterruptedException {
        kinesis((in, call) -> new Out(in.streamName(), "1"));

        assertThat(dispatcher.operations()).isEqualTo(Map.of("kinesis", Set.of("PutRecord")));
        assertThat(dispatcher.call("kinesis", "PutRecord",
                Map.of("StreamName", "s", "Data", "aGk=", "PartitionKey", "k"), CALL))
                .isEqualTo(Map.of("ShardId", "s", "SequenceNumber", "1"));
        assertThatThrownBy(() -> dispatcher.call("kinesis", "PutRecord", Map.of("StreamName", "s"), CALL))
                .hasMessageStartingWith("2 validation errors detected: ");
        assertThatThrownBy(() -> dispatcher.call("kinesis", "PutRecord", Map.of("Nonsense", "s"), CALL))
                .hasFieldOrPropertyWithValue("code", "SerializationException");
    }

    public record Wrong(String noSuchMember) {
    }

    @Test
    void aComponentThatTheModelLacksIsADefect() {
        URL model = DispatcherTest.class.getResource("/model/kinesis-2013-12-02-model.json");
        dispatcher.plug(new Service("kinesis", List.of(AwsApi.of(model)
                .operation("PutRecord", Wrong.class, Void.class, (in, call) -> null).build())));

        assertThat(put().status()).isEqualTo(500);
        assertThat(bench.events()).singleElement().asString().contains("noSuchMember");
    }
}
