package org.aforo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.Call;
import org.aforo.protocol.SigV4.Credentials;
import org.aforo.protocol.fake.FakeBench;
import org.aforo.protocol.fake.FakeRequest;
import org.aforo.protocol.fake.FakeService;
import org.aforo.protocol.internal.dispatch.Credentials.Secret;
import org.junit.jupiter.api.Test;

/** Signatures at the dispatcher: verified before anything is done in strict mode, only read in permissive mode. */
class StrictTest {

    private static final Credentials TEST = new Credentials("test", "test");

    private final List<Call> calls = new ArrayList<>();

    record Limit(Integer limit) {
    }

    record Names(List<String> streamNames, Boolean hasMoreStreams) {
    }

    private Dispatcher dispatcher(FakeBench bench) {
        Dispatcher dispatcher = new Dispatcher(bench.bench());
        dispatcher.plug(new FakeService("kinesis", AwsApi
                .of(StrictTest.class.getResource("/model/kinesis-2013-12-02-model.json"))
                .operation("ListStreams", Limit.class, Names.class, (in, call) -> {
                    calls.add(call);
                    return new Names(List.of(), false);
                }).build()));
        return dispatcher;
    }

    private static FakeRequest list() {
        return FakeRequest.json("Kinesis_20131202.ListStreams", "{\"Limit\":5}");
    }

    private static FakeRequest signed(Credentials credentials) {
        return list().signed(new SigV4(credentials, "eu-south-2", "kinesis"), Instant.now());
    }

    private static String text(WireResponse response) {
        return response.status() + " " + StandardCharsets.UTF_8.decode(response.body().duplicate());
    }

    @Test
    void strictLetsTheUsualKeyThrough() {
        assertThat(text(dispatcher(new FakeBench(true)).handle(signed(TEST)))).startsWith("200 ");
        assertThat(calls).extracting(Call::region).containsExactly("eu-south-2");
    }

    @Test
    void strictLetsKeptKeysThroughInTheirAccount() {
        FakeBench bench = new FakeBench(true);
        bench.keep("aforo.credentials", "AKIAKEPT", new Secret("s3cret", "111122223333"));
        assertThat(dispatcher(bench).handle(signed(new Credentials("AKIAKEPT", "s3cret"))).status()).isEqualTo(200);
        assertThat(calls).extracting(Call::account).containsExactly("111122223333");
    }

    @Test
    void strictRefusesBeforeAnythingIsDone() {
        Dispatcher dispatcher = dispatcher(new FakeBench(true));
        assertThat(text(dispatcher.handle(list()))).isEqualTo("400 {\"__type\":\"MissingAuthenticationTokenException\","
                + "\"message\":\"Missing Authentication Token\"}");
        assertThat(text(dispatcher.handle(signed(new Credentials("nobody", "test"))))).isEqualTo("400 {\"__type\":"
                + "\"UnrecognizedClientException\",\"message\":\"The security token included in the request is "
                + "invalid.\"}");
        assertThat(text(dispatcher.handle(signed(new Credentials("test", "wrong")))))
                .startsWith("400 {\"__type\":\"InvalidSignatureException\"");
        assertThat(text(dispatcher.handle(signed(TEST).withBody("{\"Limit\":6}".getBytes()))))
                .startsWith("400 {\"__type\":\"InvalidSignatureException\"");
        assertThat(calls).isEmpty();
    }

    @Test
    void permissiveTakesAnything() {
        Dispatcher dispatcher = dispatcher(new FakeBench(false));
        assertThat(dispatcher.handle(list()).status()).isEqualTo(200);
        assertThat(dispatcher.handle(list().with("authorization", "AWS4-HMAC-SHA256 Credential=,x")).status())
                .isEqualTo(200);
        assertThat(dispatcher.handle(signed(new Credentials("444455556666", "wrong"))).status()).isEqualTo(200);
        assertThat(calls).extracting(Call::account).containsExactly("000000000000", "000000000000", "444455556666");
    }
}
