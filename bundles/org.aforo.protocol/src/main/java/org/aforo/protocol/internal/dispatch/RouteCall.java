package org.aforo.protocol.internal.dispatch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.HttpRoute;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.internal.json.JsonWriter;
import org.aforo.protocol.internal.tree.Bytes;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Parameters;

/** Answers plain HTTP. */
final class RouteCall {

    private RouteCall() {
    }

    static WireResponse answer(Incoming in, HttpRoute route) throws IOException, InterruptedException {
        Map<String, String> headers = new LinkedHashMap<>();
        in.request().headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        HttpRoute.Response response = route.handler().handle(new HttpRoute.Request(in.method(),
                Parameters.decode(in.request().rawPath(), false), in.query(), headers, in.request().payload()));
        return new WireResponse(response.status(), response.headers(), null, response.body());
    }

    static WireResponse error(Incoming in, AwsError error) {
        JsonWriter writer = new JsonWriter(new Bytes(256));
        writer.startStruct(2);
        writer.name("code");
        writer.string(error.code());
        writer.name("message");
        writer.string(error.getMessage() == null ? "" : error.getMessage());
        writer.endStruct();
        ByteBuffer body = writer.finish();
        return WireResponse.of(error.status(), Map.of("Content-Type", "application/json", "x-amzn-RequestId",
                in.requestId()), body);
    }
}
