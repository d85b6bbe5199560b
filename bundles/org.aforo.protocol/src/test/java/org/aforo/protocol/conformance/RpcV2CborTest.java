package org.aforo.protocol.conformance;

import java.util.Map;
import java.util.stream.Stream;

import org.aforo.protocol.internal.cbor.CborRpc;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RpcV2CborTest {

    @TestFactory
    Stream<DynamicTest> rpcV2Cbor() {
        return Vectors.of(Claim.rpc("smithy.protocols#rpcv2Cbor", "smithy-rpc-v2-cbor", CborRpc.V2), Map.of());
    }
}
