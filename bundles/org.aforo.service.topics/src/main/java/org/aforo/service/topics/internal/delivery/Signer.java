package org.aforo.service.topics.internal.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Signs what endpoints are sent. A message is signed once for all that are sent the same text. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html">Signatures</a>
 */
public final class Signer {

    private static final int REMEMBERED = 4_096;

    private record Signed(String id, String topic, String version) {
    }

    private final SigningKey key;
    private final Map<Signed, CompletableFuture<String>> signatures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Signed, CompletableFuture<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Signer(SigningKey key) {
        this.key = key;
    }

    /** Where the certificate is, for a letter. */
    String certificateUrl(Letter letter) {
        return letter.style().certificate() + key.path();
    }

    /** In Base64. */
    String sign(Letter letter) {
        if (letter.message() == null || letter.message().structured()) {
            return compute(letter);
        }
        Signed what = new Signed(letter.id(), letter.topic(), letter.style().signature());
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> others;
        synchronized (signatures) {
            others = signatures.putIfAbsent(what, mine);
        }
        if (others != null) {
            return others.join();
        }
        try {
            mine.complete(compute(letter));
        } finally {
            mine.completeExceptionally(new IllegalStateException("Messages can't be signed"));
        }
        return mine.join();
    }

    private String compute(Letter letter) {
        String algorithm = letter.style().signature().equals("2") ? "SHA256withRSA" : "SHA1withRSA";
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key.privateKey());
            signature.update(canonical(letter).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Messages can't be signed", e);
        }
    }

    /** What is signed: names and values, a line each, by name. */
    static String canonical(Letter letter) {
        StringBuilder text = new StringBuilder();
        line(text, "Message", letter.text());
        line(text, "MessageId", letter.id());
        if (letter.subject() != null) {
            line(text, "Subject", letter.subject());
        }
        if (letter.token() != null) {
            line(text, "SubscribeURL", letter.subscribeUrl());
        }
        line(text, "Timestamp", letter.timestamp());
        if (letter.token() != null) {
            line(text, "Token", letter.token());
        }
        line(text, "TopicArn", letter.topic());
        line(text, "Type", letter.type().wire());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append('\n').append(value).append('\n');
    }
}
