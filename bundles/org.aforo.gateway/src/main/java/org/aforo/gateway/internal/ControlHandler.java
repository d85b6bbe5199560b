package org.aforo.gateway.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Function;

import org.aforo.gateway.internal.control.Answer;
import org.aforo.gateway.internal.control.ControlApi;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.WireResponse;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets in who may use the control API, and sends its answers.
 *
 * <p>The control API can install code, so a page in this machine's browser must not reach it: a request from this
 * machine must name it as {@code Host} (a page whose own domain was pointed here can't), and one that carries an
 * {@code Origin} must come from a page this machine served. From other machines, where the gateway listens to
 * them, it may be read but nothing may be changed.
 */
final class ControlHandler {

    private final ControlApi api;
    private final Function<WireRequest, WireResponse> aws;
    private final boolean loopbackOnly;
    private final Cors cors = new Cors(false);

    ControlHandler(ControlApi api, Function<WireRequest, WireResponse> aws, boolean loopbackOnly) {
        this.api = api;
        this.aws = aws;
        this.loopbackOnly = loopbackOnly;
    }

    void handle(JettyRequest wire, Request request, Response response, Callback callback) throws IOException {
        String refusal = refusal(wire, request);
        if (refusal != null) {
            JettyAnswer.send(PlainErrors.answer(403, "Forbidden", refusal), request, response, callback);
            return;
        }
        cors.allow(request, response.getHeaders());
        if (Cors.isPreflight(request)) {
            JettyAnswer.send(WireResponse.of(204, Map.of(), null), request, response, callback);
            return;
        }
        switch (api.handle(wire)) {
            case Answer.Whole whole -> JettyAnswer.send(WireResponse.of(whole.status(), whole.headers(),
                    ByteBuffer.wrap(whole.body())), request, response, callback);
            case Answer.Live live when HttpMethod.HEAD.is(wire.method()) -> JettyAnswer.send(
                    WireResponse.of(200, Map.of("content-type", live.contentType()), null), request, response,
                    callback);
            case Answer.Service service -> JettyAnswer.send(aws.apply(wire), request, response, callback);
            case Answer.Live live -> live(live, request, response, callback);
        }
    }

    private String refusal(JettyRequest wire, Request request) {
        String origin = wire.header("origin");
        boolean near = LocalNames.isLoopback(request.getConnectionMetaData().getRemoteSocketAddress());
        if ((near || loopbackOnly) && !LocalNames.isLocalHost(wire.header("host"))) {
            return "The control API is asked for by the name localhost or a loopback address, not by another.";
        }
        if (origin != null && !LocalNames.isLocalOrigin(origin)) {
            return "Pages from elsewhere may not use the control API.";
        }
        if (!near && !HttpMethod.GET.is(wire.method()) && !HttpMethod.HEAD.is(wire.method())) {
            return "The bench can be changed only from the machine it runs on.";
        }
        return null;
    }

    private static void live(Answer.Live live, Request request, Response response, Callback callback)
            throws IOException {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, live.contentType());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        LiveBody body = LiveBody.begin(request, response);
        live.feed().run(frame -> body.write(ByteBuffer.wrap(frame)));
        body.end();
        callback.succeeded();
    }

    void closeFeeds() {
        api.close();
    }
}
