package org.aforo.protocol;

import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.endpoint.EventStream;
import org.aforo.protocol.fake.FakeBench;
import org.aforo.protocol.fake.FakeRequest;
import org.aforo.protocol.internal.json.JsonReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Answers that are event streams, by Kinesis' own model. */
class EventStreamTest {

    private static final URL MODEL = EventStreamTest.class.getResource("/model/kinesis-2013-12-02-model.json");
    private static final String INPUT = "{\"ConsumerARN\":\"arn:aws:kinesis:us-east-1:000000000000:"
            + "stream/ticks/consumer/c:1\",\"ShardId\":\"shardId-000000000000\",\"StartingPosition\":{\"Type\":\"LATEST\"}}";
    private static final Event FIRST = new Event(new Batch(List.of(), "1", 5L));
    private static final Event SECOND = new Event(new Batch(List.of(), "2", 0L));

    private final Dispatcher dispatcher = new Dispatcher(new FakeBench(false).bench());

    public record In(String shardId) {
    }

    public record Out(EventStream<Event> eventStream) {
    }

    public record Event(Batch subscribeToShardEvent) {
    }

    public record Batch(List<Item> records, String continuationSequenceNumber, Long millisBehindLatest) {
    }

    public record Item(ByteBuffer data, String partitionKey, String sequenceNumber) {
    }

    private record Service(List<Endpoint> endpoints) implements IngestionService {
        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor("kinesis", "Kinesis", "For tests.");
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

    private void answer(EventStream<Event> events) {
        dispatcher.plug(new Service(List.of(AwsApi.of(MODEL)
                .operation("SubscribeToShard", In.class, Out.class, (in, call) -> new Out(events)).build())));
    }

    @Test
    void anInitialResponseAndThenTheEventsInJson() throws Exception {
        answer(out -> {
            out.send(FIRST);
            out.send(SECOND);
        });

        WireResponse response = dispatcher.handle(subscribe());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsEntry("Content-Type", "application/vnd.amazon.eventstream");
        List<Message> messages = messages(response);
        assertThat(messages).extracting(m -> m.headers.get(":event-type")).containsExactly("initial-response",
                "SubscribeToShardEvent", "SubscribeToShardEvent");
        assertThat(messages.get(0).json()).isEqualTo(Map.of());
        assertThat(messages.get(1).json()).isEqualTo(
                Map.of("Records", List.of(), "ContinuationSequenceNumber", "1", "MillisBehindLatest", 5L));
        assertThat(messages.get(1).headers).containsEntry(":message-type", "event")
                .containsEntry(":content-type", "application/json");
    }

    @Test
    void anErrorOnTheWayIsTheLastEvent() throws Exception {
        answer(out -> {
            out.send(FIRST);
            throw AwsError.client("ResourceNotFoundException", "Gone.");
        });

        List<Message> messages = messages(dispatcher.handle(subscribe()));

        assertThat(messages).hasSize(3);
        assertThat(messages.getLast().headers).containsEntry(":message-type", "exception")
                .containsEntry(":exception-type", "ResourceNotFoundException");
        assertThat(messages.getLast().json()).isEqualTo(Map.of("message", "Gone."));
    }

    @Test
    void aClientThatWentEndsTheOperation() {
        List<Event> sent = new ArrayList<>();
        answer(out -> {
            while (sent.size() < 100) {
                out.send(FIRST);
                sent.add(FIRST);
            }
        });
        WireResponse response = dispatcher.handle(subscribe());
        int[] writes = {0};

        assertThatThrownBy(() -> response.feed().run(bytes -> {
            if (++writes[0] == 4) {
                throw new IOException("reset by peer");
            }
        })).isInstanceOf(IOException.class);
        assertThat(sent).hasSize(2);
    }

    @Test
    void withoutTheWireItIsRefused() {
        answer(out -> out.send(FIRST));
        Call call = new Call("id", "kinesis", "000000000000", "us-east-1", "");

        assertThatThrownBy(() -> dispatcher.call("kinesis", "SubscribeToShard",
                Map.of("ConsumerARN", "arn:aws:kinesis:us-east-1:000000000000:stream/ticks/consumer/c:1", "ShardId",
                        "shardId-000000000000", "StartingPosition", Map.of("Type", "LATEST")),
                call))
                .isInstanceOf(AwsError.class).hasMessageContaining("event stream");
    }

    private static FakeRequest subscribe() {
        return FakeRequest.json("Kinesis_20131202.SubscribeToShard", INPUT);
    }

    private record Message(Map<String, String> headers, byte[] payload) {
        Object json() throws IOException {
            JsonReader reader = new JsonReader(payload);
            return reader.document(reader.next());
        }
    }

    private static List<Message> messages(WireResponse response) throws Exception {
        List<Message> all = new ArrayList<>();
        response.feed().run(bytes -> all.add(read(bytes.duplicate())));
        return all;
    }

    /** As the format is defined, apart from the code that writes it. */
    private static Message read(ByteBuffer in) {
        int length = in.remaining();
        assertThat(in.getInt(0)).isEqualTo(length);
        assertThat(in.getInt(8)).isEqualTo(crc(in, 8));
        assertThat(in.getInt(length - 4)).isEqualTo(crc(in, length - 4));
        int end = 12 + in.getInt(4);
        in.position(12);
        Map<String, String> headers = new LinkedHashMap<>();
        while (in.position() < end) {
            String name = text(in, in.get());
            assertThat(in.get()).isEqualTo((byte) 7);
            headers.put(name, text(in, in.getShort()));
        }
        byte[] payload = new byte[length - 4 - end];
        in.get(payload);
        return new Message(headers, payload);
    }

    private static int crc(ByteBuffer in, int length) {
        CRC32 crc = new CRC32();
        crc.update(in.duplicate().clear().limit(length));
        return (int) crc.getValue();
    }

    private static String text(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
