package org.aforo.protocol.conformance;

import java.util.Map;
import java.util.stream.Stream;

import org.aforo.protocol.internal.query.Query;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.smithy.model.shapes.ShapeId;

class AwsQueryTest {

    @TestFactory
    Stream<DynamicTest> awsQuery() {
        return Vectors.of(new Claim(ShapeId.from("aws.protocols#awsQuery"), "query", Claim.Naming.XML, false,
                Query.INSTANCE),
                Map.of("SDKAppliedContentEncoding_awsQuery", Why.COMPRESSED,
                        "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsQuery", Why.COMPRESSED,
                        "QueryEmptyQueryMaps", Why.ABSENT));
    }
}
