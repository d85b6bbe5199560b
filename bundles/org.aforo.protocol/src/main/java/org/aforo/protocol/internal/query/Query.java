package org.aforo.protocol.internal.query;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.rest.XmlErrors;
import org.aforo.protocol.internal.tree.Bytes;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Outputs;
import org.aforo.protocol.internal.wire.Parameters;
import org.aforo.protocol.internal.wire.Protocol;
import org.aforo.protocol.internal.xml.XmlEncoder;
import org.aforo.protocol.internal.xml.XmlWriter;

/**
 * awsQuery: forms in, XML out.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">The protocol</a>
 */
public enum Query implements Protocol {
    INSTANCE;

    private static final String FORM = "application/x-www-form-urlencoded";

    /** The parameters of a request, wherever they are. */
    public static Map<String, List<String>> parameters(Incoming in) throws IOException {
        if (in.mediaType().equals(FORM) && in.method().equals("POST")) {
            Map<String, List<String>> form = Parameters.form(in.text());
            if (form.containsKey("Action")) {
                return form;
            }
        }
        return in.query();
    }

    @Override
    public Struct decode(Incoming in, ServiceModel model, Operation operation) throws IOException {
        if (operation.input() == null) {
            return null;
        }
        Struct input = QueryDecoder.struct(operation.input(), QueryForm.of(parameters(in)));
        Member addressed = model.addressed() == null ? null : operation.input().member(model.addressed());
        if (addressed != null && input.get(addressed) == null) {
            input.set(addressed, in.endpoint() + in.request().rawPath());
        }
        return input;
    }

    @Override
    public WireResponse encode(Incoming in, ServiceModel model, Operation operation, Struct output) {
        Bytes bytes = new Bytes(Outputs.guess(output));
        XmlWriter out = new XmlWriter(bytes);
        String root = operation.name() + "Response";
        out.open(root, model.namespace());
        if (operation.output() != null) {
            String result = operation.resultWrapper() == null ? operation.name() + "Result"
                    : operation.resultWrapper();
            out.open(result, null);
            new XmlEncoder(out).members(output);
            out.close(result);
        }
        out.open("ResponseMetadata", null).element("RequestId", in.requestId()).close("ResponseMetadata").close(root);
        return WireResponse.of(operation.status(), headers(in), bytes.buffer());
    }

    @Override
    public WireResponse error(Incoming in, ServiceModel model, AwsError error) {
        Map<String, String> headers = headers(in);
        ByteBuffer body = XmlErrors.wrapped(in, model, error, headers);
        return WireResponse.of(error.status(), headers, body);
    }

    private static Map<String, String> headers(Incoming in) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/xml");
        headers.put("x-amzn-RequestId", in.requestId());
        return headers;
    }

    @Override
    public AwsError unknownOperation(String name) {
        return name.isEmpty()
                ? AwsError.client("MissingAction", "The request is missing an action or a required parameter.")
                : AwsError.client("InvalidAction", "The action " + name + " is not valid for this web service.");
    }

    /** There is no service with that operation and that version. */
    public static AwsError unknownOperation(String name, String version) {
        return version == null ? INSTANCE.unknownOperation(name)
                : AwsError.client("InvalidAction", "Could not find operation " + name + " for version " + version);
    }
}
