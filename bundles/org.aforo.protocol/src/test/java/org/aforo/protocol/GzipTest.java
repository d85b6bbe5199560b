package org.aforo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.SigV4.Credentials;
import org.aforo.protocol.fake.FakeBench;
import org.aforo.protocol.fake.FakeRequest;
import org.aforo.protocol.fake.FakeService;
import org.junit.jupiter.api.Test;

/** Bodies that come compressed. */
class GzipTest {

    private static final int MIB = 1 << 20;

    private final List<Integer> limits = new ArrayList<>();

    record Limit(Integer limit) {
    }

    record Names(List<String> streamNames, Boolean hasMoreStreams) {
    }

    /** A request that notes what is held for it. */
    private record Held(FakeRequest request, List<Long> held) implements WireRequest {
        @Override
        public void hold(long bytes) {
            held.add(bytes);
        }

        @Override
        public String method() {
            return request.method();
        }

        @Override
        public String rawPath() {
            return request.rawPath();
        }

        @Override
        public String rawQuery() {
            return request.rawQuery();
        }

        @Override
        public String header(String name) {
            return request.header(name);
        }

        @Override
        public Map<String, List<String>> headers() {
            return request.headers();
        }

        @Override
        public ByteBuffer body(long limit) throws IOException {
            return request.body(limit);
        }

        @Override
        public Payload payload() {
            return request.payload();
        }
    }

    private WireResponse answer(boolean strict, WireRequest request) {
        Dispatcher dispatcher = new Dispatcher(new FakeBench(strict).bench());
        dispatcher.plug(new FakeService("kinesis", AwsApi
                .of(GzipTest.class.getResource("/model/kinesis-2013-12-02-model.json"))
                .operation("ListStreams", Limit.class, Names.class, (in, call) -> {
                    limits.add(in.limit());
                    return new Names(List.of(), false);
                }).build()));
        return dispatcher.handle(request);
    }

    private static FakeRequest request(byte[] body) {
        return FakeRequest.json("Kinesis_20131202.ListStreams", "").withBody(body).with("content-encoding", "gzip");
    }

    private static byte[] gzip(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (byte[] part : parts) {
                out.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spaces(int count) {
        byte[] spaces = new byte[count];
        Arrays.fill(spaces, (byte) ' ');
        return spaces;
    }

    private static String text(WireResponse response) {
        return response.status() + " " + StandardCharsets.UTF_8.decode(response.body().duplicate());
    }

    @Test
    void aCompressedBodyIsRead() {
        assertThat(answer(false, request(gzip(utf8("{\"Limit\":5}")))).status()).isEqualTo(200);
        assertThat(answer(false, request(gzip(utf8("{\"Limit\":6"), spaces(3 * MIB), utf8("}")))).status())
                .isEqualTo(200);
        assertThat(limits).containsExactly(5, 6);
    }

    @Test
    void itsSignatureIsOfWhatWasSent() {
        SigV4 signer = new SigV4(new Credentials("test", "test"), "us-east-1", "kinesis");
        byte[] sent = gzip(utf8("{\"Limit\":7}"));
        assertThat(answer(true, request(sent).signed(signer, Instant.now())).status()).isEqualTo(200);
        assertThat(answer(true, request(sent).signed(signer, Instant.now())
                .withBody(gzip(utf8("{\"Limit\":8}")))).status()).isEqualTo(400);
        assertThat(limits).containsExactly(7);
    }

    @Test
    void aBombIsRefusedOnceItIsTooLargeAndAllThatIsHeldIsTold() {
        List<Long> held = new ArrayList<>();
        byte[] bomb = gzip(spaces(64 * MIB));
        assertThat(bomb.length).isLessThan(MIB / 8);
        assertThat(answer(false, new Held(request(bomb), held)).status()).isEqualTo(413);
        assertThat(held).isSorted().last().satisfies(most -> assertThat(most).isBetween(16L * MIB, 32L * MIB));
        assertThat(limits).isEmpty();
    }

    @Test
    void whatIsNoGzipIsRefused() {
        byte[] good = gzip(utf8("{\"Limit\":5}"));
        for (byte[] bad : List.of(utf8("{\"Limit\":5}"), Arrays.copyOf(good, good.length - 9))) {
            assertThat(text(answer(false, request(bad)))).startsWith("400 {\"__type\":\"SerializationException\"");
        }
        assertThat(limits).isEmpty();
    }

    @Test
    void otherEncodingsAreLeftAlone() {
        FakeRequest plain = FakeRequest.json("Kinesis_20131202.ListStreams", "{\"Limit\":9}");
        assertThat(answer(false, plain.with("content-encoding", "amz-1.0")).status()).isEqualTo(200);
        assertThat(limits).containsExactly(9);
    }
}
