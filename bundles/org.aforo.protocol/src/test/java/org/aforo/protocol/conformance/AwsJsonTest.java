package org.aforo.protocol.conformance;

import java.util.Map;
import java.util.stream.Stream;

import org.aforo.protocol.internal.json.JsonRpc;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class AwsJsonTest {

    @TestFactory
    Stream<DynamicTest> awsJson10() {
        return Vectors.of(Claim.rpc("aws.protocols#awsJson1_0", "json", JsonRpc.V1_0),
                Map.of("SDKAppliedContentEncoding_awsJson1_0", Why.COMPRESSED,
                        "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_0", Why.COMPRESSED));
    }

    @TestFactory
    Stream<DynamicTest> awsJson11() {
        return Vectors.of(Claim.rpc("aws.protocols#awsJson1_1", "json", JsonRpc.V1_1),
                Map.of("SDKAppliedContentEncoding_awsJson1_1", Why.COMPRESSED,
                        "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1", Why.COMPRESSED));
    }
}
