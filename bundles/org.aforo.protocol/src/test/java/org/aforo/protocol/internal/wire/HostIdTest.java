package org.aforo.protocol.internal.wire;

import java.util.Base64;
import java.util.Map;
import java.util.Set;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.fake.FakeRequest;
import org.aforo.protocol.internal.cbor.CborRpc;
import org.aforo.protocol.internal.json.JsonRpc;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.rest.RestXml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The id that some services of AWS send beside the request's. */
class HostIdTest {

    private static final AwsError ERROR = AwsError.client("ResourceNotFoundException", "no");

    @ParameterizedTest
    @ValueSource(strings = {"JSON", "CBOR"})
    void isSentByServicesWhoseModelSaysSo(String form) {
        Protocol protocol = form.equals("JSON") ? JsonRpc.V1_1 : CborRpc.KINESIS;

        assertThat(protocol.error(request(), model(false), ERROR).headers()).doesNotContainKey("x-amz-id-2");
        String id = protocol.error(request(), model(true), ERROR).headers().get("x-amz-id-2");
        String next = protocol.error(request(), model(true), ERROR).headers().get("x-amz-id-2");
        assertThat(Base64.getDecoder().decode(id)).hasSize(72);
        assertThat(next).isNotEqualTo(id);
    }

    @Test
    void s3TellsTheSameInTheHeaderAndInTheError() {
        Incoming in = request();

        var response = RestXml.S3.error(in, model(false), ERROR);

        String body = new String(response.body().array(), 0, response.body().limit());
        assertThat(body).contains("<HostId>" + response.headers().get("x-amz-id-2") + "</HostId>")
                .contains("<RequestId>" + in.requestId() + "</RequestId>");
    }

    private static ServiceModel model(boolean hostIds) {
        return new ServiceModel("Kinesis", "1", Set.of("json"), "1.1", "Kinesis", "kinesis", hostIds, false, null, null,
                null, null, Map.of(), Map.of());
    }

    private static Incoming request() {
        return new Incoming(FakeRequest.of("POST", "/", "{}"), "id");
    }
}
