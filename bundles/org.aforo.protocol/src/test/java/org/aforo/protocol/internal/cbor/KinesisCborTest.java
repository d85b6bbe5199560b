package org.aforo.protocol.internal.cbor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.fake.FakeRequest;
import org.aforo.protocol.internal.binding.MapTree;
import org.aforo.protocol.internal.model.C2jLoader;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.wire.Incoming;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Kinesis's CBOR as AWS's SDK for Java sends and takes it. */
class KinesisCborTest {

    private static final ServiceModel KINESIS = C2jLoader.load(
            KinesisCborTest.class.getClassLoader().getResource("model/kinesis-2013-12-02-model.json"));
    private static final long MILLIS = 1_700_000_000_500L;

    @Test
    void readsMapsWithoutASizeAndBlobsAsTheyAre() throws IOException {
        // {_ "StreamName": "s", "Records": [_ {_ "Data": h'010203', "PartitionKey": "p"}]}, as the SDK writes it
        Struct input = decode("PutRecords", "bf6a53747265616d4e616d656173" + "675265636f7264739f"
                + "bf644461746143010203" + "6c506172746974696f6e4b65796170ff" + "ffff");
        Struct entry = (Struct) ((List<?>) value(input, "Records")).getFirst();
        assertThat(value(input, "StreamName")).isEqualTo("s");
        assertThat(value(entry, "Data")).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(value(entry, "PartitionKey")).isEqualTo("p");
    }

    @Test
    void readsTimestampsInMillisecondsTaggedOrNot() throws IOException {
        String name = "6954696d657374616d70";
        assertThat(value(decode("GetShardIterator", "a1" + name + "c11b0000018bcfe569f4"), "Timestamp"))
                .isEqualTo(Instant.ofEpochMilli(MILLIS));
        assertThat(value(decode("GetShardIterator", "a1" + name + "1b0000018bcfe569f4"), "Timestamp"))
                .isEqualTo(Instant.ofEpochMilli(MILLIS));
    }

    @Test
    void writesTimestampsInTaggedMilliseconds() throws IOException {
        Operation operation = KINESIS.operations().get("GetRecords");
        Struct output = MapTree.toTree(operation.output(), Map.of("Records", List.of(
                Map.of("ApproximateArrivalTimestamp", Instant.ofEpochMilli(MILLIS), "Data", new byte[] {7}))));
        WireResponse response = CborRpc.KINESIS.encode(request(""), KINESIS, operation, output);
        assertThat(response.headers()).containsEntry("Content-Type", "application/x-amz-cbor-1.1");
        assertThat(hex(response)).isEqualTo("a1675265636f72647381a2"
                + "781b417070726f78696d6174654172726976616c54696d657374616d70c11b0000018bcfe569f4" + "64446174614107");
    }

    @Test
    void writesErrorsInCbor() throws IOException {
        WireResponse response = CborRpc.KINESIS.error(request(""), KINESIS,
                AwsError.client("ResourceNotFoundException", "no"));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers()).containsEntry("Content-Type", "application/x-amz-cbor-1.1");
        assertThat(hex(response)).isEqualTo("a2665f5f747970657819" + HexFormat.of().formatHex(
                "ResourceNotFoundException".getBytes()) + "676d657373616765626e6f");
    }

    @Test
    void refusesOtherTypes() {
        assertThatThrownBy(() -> decode("PutRecord", "a164446174616178")).isInstanceOf(AwsError.class);
        assertThatThrownBy(() -> decode("PutRecord", "a16a53747265616d4e616d654101")).isInstanceOf(AwsError.class);
        assertThatThrownBy(() -> decode("PutRecord", "80")).isInstanceOf(AwsError.class);
        assertThatThrownBy(() -> decode("PutRecord", "")).isInstanceOf(AwsError.class);
    }

    private static Object value(Struct struct, String member) {
        return struct.get(struct.shape().member(member));
    }

    private static Struct decode(String operation, String hex) throws IOException {
        return CborRpc.KINESIS.decode(request(hex), KINESIS, KINESIS.operations().get(operation));
    }

    private static Incoming request(String hex) {
        return new Incoming(FakeRequest.of("POST", "/", HexFormat.of().parseHex(hex)), "id");
    }

    private static String hex(WireResponse response) {
        ByteBuffer body = response.body();
        return HexFormat.of().formatHex(body.array(), 0, body.limit());
    }
}
