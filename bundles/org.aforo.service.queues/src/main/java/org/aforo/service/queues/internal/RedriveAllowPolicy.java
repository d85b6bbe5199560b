package org.aforo.service.queues.internal;

import java.util.List;

/**
 * Which queues may name this one as their dead-letter queue.
 *
 * @param permission {@code allowAll}, {@code denyAll} or {@code byQueue}
 * @param sources    ARNs; for {@code byQueue} alone
 */
public record RedriveAllowPolicy(String permission, List<String> sources) {

    /** Whether a queue may use the one of this policy. */
    public boolean allows(String sourceArn) {
        return switch (permission) {
            case "denyAll" -> false;
            case "byQueue" -> sources.contains(sourceArn);
            default -> true;
        };
    }
}
