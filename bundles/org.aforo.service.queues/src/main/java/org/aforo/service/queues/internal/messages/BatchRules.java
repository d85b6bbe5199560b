package org.aforo.service.queues.internal.messages;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.Errors;

/** What a batch may be: one to ten entries whose ids are distinct. */
public final class BatchRules {

    private static final int MOST = 10;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private BatchRules() {
    }

    /**
     * Checks a batch as a whole.
     *
     * @param entry what AWS calls its entries: {@code SendMessageBatchRequestEntry}
     */
    public static <E> void check(List<E> entries, Function<E, String> id, String entry) throws AwsError {
        if (entries == null || entries.isEmpty()) {
            throw AwsError.client("EmptyBatchRequest", "There should be at least one " + entry + " in the request.");
        }
        if (entries.size() > MOST) {
            throw AwsError.client("TooManyEntriesInBatchRequest", "Maximum number of entries per request are " + MOST
                    + ". You have sent " + entries.size() + '.');
        }
        Set<String> seen = HashSet.newHashSet(entries.size());
        for (E each : entries) {
            checkId(each == null ? null : id.apply(each), seen);
        }
    }

    private static void checkId(String id, Set<String> seen) throws AwsError {
        if (id == null) {
            throw AwsError.client("MissingRequiredParameterException", "A batch entry id is a required field");
        }
        if (!ID.matcher(id).matches()) {
            throw AwsError.client("InvalidBatchEntryId", "A batch entry id can only contain alphanumeric characters, "
                    + "hyphens and underscores. It can be at most 80 letters long.");
        }
        if (!seen.add(id)) {
            throw AwsError.client("BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
        }
    }

    /** Checks the size of all messages of a batch together. */
    public static void checkSize(long bytes, long most) throws AwsError {
        if (bytes > most) {
            throw AwsError.client("BatchRequestTooLong", "Batch requests cannot be longer than " + most
                    + " bytes. You have sent " + bytes + " bytes.");
        }
    }
}
