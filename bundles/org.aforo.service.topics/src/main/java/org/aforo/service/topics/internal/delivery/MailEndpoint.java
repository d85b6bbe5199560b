package org.aforo.service.topics.internal.delivery;

import java.util.Optional;

import org.aforo.api.Arn;

/** Someone's mailbox or telephone: what they would get is put where it can be looked at. */
record MailEndpoint(String protocol, String address, Outbox outbox, Envelopes envelopes) implements Endpoint {

    @Override
    public Outcome deliver(Letter letter) {
        String text = switch (protocol) {
            case "email-json" -> envelopes.envelope(letter);
            case "sms" -> letter.text();
            default -> letter.token() == null ? letter.text() + "\n\n--\n" + letter.unsubscribeUrl()
                    : letter.text() + "\n\n" + letter.subscribeUrl();
        };
        outbox.put(new Outbox.Mail(protocol, address, subject(letter), letter.id(), letter.topic(), text));
        return new Outcome.Delivered();
    }

    private static String subject(Letter letter) {
        return switch (letter.type()) {
            case CONFIRM -> "AWS Notification - Subscription Confirmation";
            case ENDED -> "AWS Notification - Unsubscribe Confirmation";
            case NOTIFICATION -> letter.subject() == null ? "AWS Notification Message" : letter.subject();
        };
    }

    @Override
    public Optional<Arn> resource() {
        return Optional.of(outbox.arn());
    }
}
