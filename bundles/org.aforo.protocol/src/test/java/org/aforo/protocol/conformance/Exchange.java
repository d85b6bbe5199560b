package org.aforo.protocol.conformance;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.internal.dispatch.Buckets;
import org.aforo.protocol.internal.model.Constraints;
import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.ShapeTraits;
import org.aforo.protocol.internal.rest.RestRoutes;
import org.aforo.protocol.internal.rest.RestXml;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.validation.Validator;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Protocol;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestDefinition;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpMalformedResponseDefinition;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs vectors through the codec, on the way that the dispatcher goes. */
final class Exchange {

    private static final String ID = "4442587F-B24C-4F2C-9A1E-000000000000";
    private static final Pattern BODY_ID = Pattern.compile("<RequestId>(.*)</RequestId>");
    private static final String S3 = "AmazonS3";
    private static final String LENGTH = "content-length";

    private static final Shape UNIT = new Shape("Unit", Kind.STRUCTURE, ShapeTraits.NONE, Constraints.NONE);

    private final Protocol protocol;
    private final ServiceModel model;
    private final RestRoutes routes;

    Exchange(Claim claim, ServiceModel model) {
        this.protocol = model.id().equals(S3) ? RestXml.S3 : claim.protocol();
        this.model = model;
        this.routes = claim.rest() ? RestRoutes.of(model) : null;
    }

    void request(String name, HttpRequestTestCase vector) throws IOException {
        String type = vector.getBodyMediaType().orElse("");
        Map<String, String> headers = new LinkedHashMap<>(vector.getHeaders());
        vector.getResolvedHost().or(vector::getHost).ifPresent(host -> headers.putIfAbsent("Host", host));
        Incoming in = incoming(VectorRequest.of(vector.getMethod(), vector.getUri(), vector.getQueryParams(), headers,
                Bodies.bytes(vector.getBody().orElse(""), type)));
        Operation operation = route(in, name);
        assertThat(operation.name()).isEqualTo(name);
        Struct actual = protocol.decode(in, model, operation);
        Object expected = operation.input() == null ? Map.of()
                : Params.comparable(Params.struct(operation.input(), vector.getParams()));
        assertThat(actual == null ? Map.of() : Params.comparable(actual)).isEqualTo(expected);
    }

    private static Incoming incoming(VectorRequest request) {
        return new Incoming(request, ID);
    }

    private Operation route(Incoming in, String name) {
        if (routes == null) {
            return model.operations().get(name);
        }
        RestRoutes.Match match = routes.find(in, protocol == RestXml.S3 ? Buckets.path(in) : in.request().rawPath());
        if (match == null) {
            throw protocol.unknownOperation(null);
        }
        in.labels(match.labels());
        return match.operation();
    }

    void response(String name, HttpResponseTestCase vector) throws Exception {
        Operation operation = model.operations().get(name);
        Struct output = operation.output() == null ? new Struct(UNIT)
                : Params.struct(operation.output(), vector.getParams());
        check(protocol.encode(asked(operation, vector), model, operation, output), vector);
    }

    /** The request that is answered; vectors that tell its id have it in the headers or the body. */
    private static Incoming asked(Operation operation, HttpResponseTestCase vector) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(vector.getHeaders());
        Matcher inBody = BODY_ID.matcher(vector.getBody().orElse(""));
        String id = inBody.find() ? inBody.group(1) : headers.getOrDefault("x-amzn-requestid", ID);
        return new Incoming(VectorRequest.of(operation.method(), "/", List.of(), Map.of(), new byte[0]), id);
    }

    void error(String name, String error, HttpResponseTestCase vector) throws Exception {
        Shape shape = model.error(error);
        Struct struct = Params.struct(shape, vector.getParams());
        Map<String, Object> members = new LinkedHashMap<>();
        String message = null;
        for (Member member : shape.members()) {
            Object value = struct.get(member);
            if (member.name().equalsIgnoreCase("message")) {
                message = (String) value;
            } else if (value != null) {
                members.put(member.name(), Params.comparable(value));
            }
        }
        AwsError thrown = new AwsError(error, shape.traits().error().status(), message, members);
        check(protocol.error(asked(model.operations().get(name), vector), model, thrown), vector);
    }

    private void check(WireResponse response, HttpResponseTestCase vector) throws Exception {
        assertThat(response.status()).isEqualTo(vector.getCode());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers());
        assertThat(headers).containsAllEntriesOf(vector.getHeaders());
        vector.getForbidHeaders().forEach(name -> assertThat(headers).doesNotContainKey(name));
        vector.getRequireHeaders().stream().filter(name -> !name.equalsIgnoreCase(LENGTH))
                .forEach(name -> assertThat(headers).containsKey(name));
        if (vector.getBody().isPresent()) {
            Bodies.assertSame(bytes(response), vector.getBody().get(), vector.getBodyMediaType().orElse(""));
        }
    }

    private static byte[] bytes(WireResponse response) throws IOException {
        if (response.stream() != null) {
            return response.stream().stream().readAllBytes();
        }
        byte[] bytes = new byte[response.body().remaining()];
        response.body().duplicate().get(bytes);
        return bytes;
    }

    /**
     * Compares code and headers. Only the vectors about constraints tell a body, in Smithy's words; the codec has those
     * of AWS's services, which have tests of their own.
     */
    void malformed(HttpMalformedRequestTestCase vector) throws Exception {
        HttpMalformedRequestDefinition request = vector.getRequest();
        Incoming in = incoming(VectorRequest.of(request.getMethod(), request.expectUri(), request.getQueryParams(),
                request.getHeaders(), Bodies.bytes(request.getBody().orElse(""),
                        request.getBodyMediaType().orElse(""))));
        HttpMalformedResponseDefinition expected = vector.getResponse();
        WireResponse response = protocol.error(in, model, refusal(in));
        assertThat(response.status()).isEqualTo(expected.getCode());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers());
        assertThat(headers).containsAllEntriesOf(expected.getHeaders());
    }

    private AwsError refusal(Incoming in) throws IOException {
        try {
            Struct input = protocol.decode(in, model, route(in, null));
            if (input != null) {
                Validator.check(model, input);
            }
        } catch (AwsError e) {
            return e;
        }
        throw new AssertionError("The request was not refused");
    }
}
