package org.aforo.service.topics.internal.delivery;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.aforo.api.Arn;

/**
 * A function that is invoked over HTTP, as Lambda's runtime emulator and local runners offer it:
 * {@code http://localhost:9000/2015-03-31/functions/NAME/invocations}.
 */
record FunctionEndpoint(URI url, Web web, Envelopes envelopes) implements Endpoint {

    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json",
            "X-Amz-Invocation-Type", "Event");

    @Override
    public Outcome deliver(Letter letter) throws InterruptedException {
        return web.post(url, HEADERS, envelopes.event(letter));
    }

    @Override
    public Optional<Arn> resource() {
        return Optional.empty();
    }
}
