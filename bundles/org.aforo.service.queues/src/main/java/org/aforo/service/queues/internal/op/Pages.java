package org.aforo.service.queues.internal.op;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.Queue;

/** Lists of queues, page by page: a token tells the last queue of the page before. */
final class Pages {

    private static final int MOST = 1_000;

    /**
     * @param nextToken null on the last page, and where the client doesn't ask for pages
     */
    record Page(List<Queue> queues, String nextToken) {
    }

    private Pages() {
    }

    /** The name that a page begins after; null for the first. */
    static String after(String token, Integer maxResults) throws AwsError {
        if (maxResults != null && (maxResults < 1 || maxResults > MOST)) {
            throw Errors.invalid(maxResults, "MaxResults", "MaxResults must be an integer between 1 and 1000.");
        }
        if (token == null) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Errors.invalid("Invalid or expired next token.");
        }
    }

    /** @param queues all that come after, by name */
    static Page of(List<Queue> queues, Integer maxResults) {
        int most = maxResults == null ? MOST : maxResults;
        if (queues.size() <= most) {
            return new Page(queues, null);
        }
        List<Queue> shown = queues.subList(0, most);
        String last = shown.getLast().fullName().name();
        return new Page(shown, maxResults == null ? null
                : Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8)));
    }
}
