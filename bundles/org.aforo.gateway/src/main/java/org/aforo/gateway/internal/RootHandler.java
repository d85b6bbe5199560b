package org.aforo.gateway.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.aforo.api.endpoint.AwsError;
import org.aforo.gateway.internal.control.ControlApi;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.WireResponse;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Parts the control API's requests from AWS's. Runs on a virtual thread for each request. */
final class RootHandler extends Handler.Abstract {

    private final Function<WireRequest, WireResponse> aws;
    private final ControlHandler control;
    private final Limits limits;
    private final BodyBudget budget;
    private final Cors cors;
    /** Threads that send event streams. */
    private final Set<Thread> feeding = ConcurrentHashMap.newKeySet();

    RootHandler(Function<WireRequest, WireResponse> aws, ControlHandler control, Limits limits, Cors cors) {
        this.aws = aws;
        this.control = control;
        this.limits = limits;
        this.budget = new BodyBudget(limits.heldBytes());
        this.cors = cors;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        JettyRequest wire = new JettyRequest(request, limits, budget);
        try {
            if (ControlApi.owns(wire.rawPath())) {
                control.handle(wire, request, response, callback);
            } else {
                cors.allow(request, response.getHeaders());
                WireResponse answer = Cors.isPreflight(request) ? WireResponse.of(204, Map.of(), null)
                        : answer(wire);
                send(answer, request, response, callback);
            }
        } finally {
            wire.release();
        }
        return true;
    }

    private void send(WireResponse answer, Request request, Response response, Callback callback) throws IOException {
        boolean lasting = answer.feed() != null && answer.feed().lasting();
        if (lasting) {
            feeding.add(Thread.currentThread());
        }
        try {
            JettyAnswer.send(answer, request, response, callback);
        } finally {
            if (lasting) {
                feeding.remove(Thread.currentThread());
            }
        }
    }

    /** Ends what would otherwise go on until its client leaves. */
    void closeFeeds() {
        control.closeFeeds();
        feeding.forEach(Thread::interrupt);
    }

    private WireResponse answer(WireRequest wire) {
        try {
            return aws.apply(wire);
        } catch (AwsError e) {
            return PlainErrors.answer(e.status(), e.code(), e.getMessage());
        }
    }
}
