package org.aforo.gateway.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.aforo.gateway.internal.control.Json;
import org.aforo.protocol.WireResponse;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers for what never reaches a protocol: bad HTTP, too large a head, a defect, a gateway that is closing. */
final class PlainErrors extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(Request request, Response response, int status, String message, Throwable cause,
            Callback callback) throws IOException {
        String code = status == 500 ? "InternalFailure" : HttpStatus.getMessage(status).replace(" ", "");
        String text = message == null || cause != null && status >= 500 ? HttpStatus.getMessage(status) : message;
        JettyAnswer.send(answer(status, code, text), request, response, callback);
    }

    /** {@code {"error":{"code","message"}}}. */
    static WireResponse answer(int status, String code, String message) {
        String json = Json.text(gen -> Json.error(gen, code, message));
        return WireResponse.of(status, Map.of("content-type", "application/json"),
                ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }
}
