package org.aforo.protocol.conformance;

import java.util.Map;
import java.util.stream.Stream;

import org.aforo.protocol.internal.rest.RestJson;
import org.aforo.protocol.internal.rest.RestXml;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.smithy.model.shapes.ShapeId;

import static java.util.Map.entry;

class RestTest {

    @TestFactory
    Stream<DynamicTest> restXml() {
        return Vectors.of(new Claim(ShapeId.from("aws.protocols#restXml"), "rest-xml", Claim.Naming.XML, true,
                RestXml.PLAIN),
                Map.ofEntries(entry("SDKAppliedContentEncoding_restXml", Why.COMPRESSED),
                        entry("AllQueryStringTypes", Why.NAMED),
                        entry("RestXmlQueryStringEscaping", Why.NAMED),
                        entry("RestXmlSupportsNaNFloatQueryValues", Why.NAMED),
                        entry("RestXmlSupportsInfinityFloatQueryValues", Why.NAMED),
                        entry("RestXmlSupportsNegativeInfinityFloatQueryValues", Why.NAMED),
                        entry("RestXmlZeroAndFalseQueryValues", Why.NAMED),
                        entry("InvalidGreetingError", Why.UNTOLD),
                        entry("ComplexError", Why.UNTOLD),
                        entry("SDKAppendedGzipAfterProvidedEncoding_restXml", Why.COMPRESSED),
                        entry("RestXmlDateTimeWithNegativeOffset", Why.OFFSET),
                        entry("RestXmlDateTimeWithPositiveOffset", Why.OFFSET),
                        entry("RestXmlHttpResponseCode", "S3 tells no type of a body that isn't there"),
                        entry("S3OperationNoErrorWrappingResponse",
                                "S3 tells no Type, but the resource and the request")));
    }

    @TestFactory
    Stream<DynamicTest> restJson1() {
        return Vectors.of(new Claim(ShapeId.from("aws.protocols#restJson1"), "rest-json", Claim.Naming.JSON, true,
                RestJson.INSTANCE),
                Map.of("SDKAppliedContentEncoding_restJson1", Why.COMPRESSED,
                        "RestJsonEndpointTraitWithHostLabel", "leaves out the body's type, which servers insist on",
                        "SDKAppendedGzipAfterProvidedEncoding_restJson1", Why.COMPRESSED,
                        "RestJsonOmitsEmptyListQueryValues", Why.ABSENT,
                        "RestJsonHttpWithEmptyStructurePayload", Why.ABSENT,
                        "RestJsonHttpWithHeadersButNoPayload", Why.ABSENT,
                        "RestJsonWithoutBodyExpectsEmptyContentType", Why.TAKEN,
                        "RestJsonWithoutBodyEmptyInputExpectsEmptyContentType", Why.TAKEN));
    }
}
