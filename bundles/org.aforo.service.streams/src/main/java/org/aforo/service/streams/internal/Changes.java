package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.aforo.api.endpoint.AwsError;

/**
 * When a stream was changed in the last 24 hours in the ways that AWS counts, in milliseconds since the epoch.
 *
 * @param scalings    by UpdateShardCount
 * @param switches    of its mode
 * @param encryptions by a new key
 * @param decryptions ends of encryption
 */
record Changes(List<Long> scalings, List<Long> switches, List<Long> encryptions, List<Long> decryptions) {

    static final Changes NONE = new Changes(List.of(), List.of(), List.of(), List.of());
    private static final long DAY = Duration.ofHours(24).toMillis();

    /** @param most allowed in 24 hours, here and below */
    Changes scaled(long now, long most) throws AwsError {
        return new Changes(counted(scalings, now, most, "UpdateShardCount can be called at most " + most
                + " times in a rolling 24-hour period for each stream."), switches, encryptions, decryptions);
    }

    Changes switched(long now, long most, StreamName name) throws AwsError {
        return new Changes(scalings, counted(switches, now, most, "Stream " + name.label()
                + " can change its mode at most " + most + " times in a rolling 24-hour period."), encryptions,
                decryptions);
    }

    Changes encrypted(long now, long most, StreamName name) throws AwsError {
        return new Changes(scalings, switches, counted(encryptions, now, most, "A new key can be applied to stream "
                + name.label() + " at most " + most + " times in a rolling 24-hour period."), decryptions);
    }

    Changes decrypted(long now, long most, StreamName name) throws AwsError {
        return new Changes(scalings, switches, encryptions, counted(decryptions, now, most, "Encryption of stream "
                + name.label() + " can be stopped at most " + most + " times in a rolling 24-hour period."));
    }

    private static List<Long> counted(List<Long> before, long now, long most, String refusal) throws AwsError {
        List<Long> lately = new ArrayList<>(before);
        lately.removeIf(then -> then <= now - DAY);
        if (lately.size() >= most) {
            throw Errors.limit(refusal);
        }
        lately.add(now);
        return List.copyOf(lately);
    }
}
