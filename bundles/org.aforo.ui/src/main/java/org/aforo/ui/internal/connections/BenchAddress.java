package org.aforo.ui.internal.connections;

import java.net.URI;
import java.util.Optional;

/** Reads what people type for a bench's address. */
final class BenchAddress {

    private BenchAddress() {
    }

    /** {@code localhost:4566}, {@code http://host:4566/}; empty when it is none. */
    static Optional<URI> parse(String typed) {
        String text = typed.strip();
        String url = text.contains("://") ? text : "http://" + text;
        try {
            URI uri = URI.create(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean bare = uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/");
            if (!web || uri.getHost() == null || !bare || uri.getQuery() != null || uri.getPort() > 65_535) {
                return Optional.empty();
            }
            return Optional.of(URI.create(uri.getScheme() + "://" + uri.getAuthority()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
