package org.aforo.service.topics.internal.delivery;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.aforo.api.Arn;

/**
 * An HTTP or HTTPS endpoint.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html">Fan-out to
 *      HTTP</a>
 */
record WebEndpoint(URI url, Web web, Envelopes envelopes) implements Endpoint {

    @Override
    public Outcome deliver(Letter letter) throws InterruptedException {
        return web.post(url, headers(letter), envelopes.body(letter));
    }

    private static Map<String, String> headers(Letter letter) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-amz-sns-message-type", letter.type().wire());
        headers.put("x-amz-sns-message-id", letter.id());
        headers.put("x-amz-sns-topic-arn", letter.topic());
        boolean notification = letter.type() == Letter.Type.NOTIFICATION;
        if (letter.type() != Letter.Type.CONFIRM) {
            headers.put("x-amz-sns-subscription-arn", letter.subscription());
        }
        if (notification && letter.style().raw()) {
            headers.put("x-amz-sns-rawdelivery", "true");
        }
        headers.put("Content-Type", notification ? letter.style().contentType() : DeliveryPolicy.PLAIN);
        headers.put("User-Agent", "Amazon Simple Notification Service Agent");
        headers.put("Accept-Encoding", "gzip,deflate");
        return headers;
    }

    @Override
    public Optional<Arn> resource() {
        return Optional.empty();
    }
}
