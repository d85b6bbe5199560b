package org.aforo.service.queues.internal.op;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.fault.Faults;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.messages.FailedEntry;

/**
 * What became of a batch's entries.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-batch-api-actions.html">
 *      Batch actions</a>
 */
public final class Entries {

    /** Of an entry that went well, its id alone is told. */
    public record Success(String id) {
    }

    public record Output(List<Success> successful, List<FailedEntry> failed) {
    }

    /** Does all entries at once. */
    @FunctionalInterface
    interface Doing<E> {
        /** For each entry, in order, why it failed; null where it didn't. */
        List<AwsError> all(List<E> entries) throws AwsError;
    }

    private Entries() {
    }

    /**
     * Does the entries that are good and that no fault hits.
     *
     * @param check throws what is wrong with an entry
     */
    static <E> Output run(Faults faults, String operation, Queue queue, List<E> entries, Function<E, String> id,
            Function<E, AwsError> check, Doing<E> doing) throws AwsError {
        List<FailedEntry> failed = new ArrayList<>();
        List<E> good = new ArrayList<>(entries.size());
        for (E entry : entries) {
            AwsError wrong = faults.any() ? faults.entry("sqs", operation, queue.fullName().name()) : null;
            wrong = wrong == null ? check.apply(entry) : wrong;
            if (wrong == null) {
                good.add(entry);
            } else {
                failed.add(FailedEntry.of(id.apply(entry), wrong));
            }
        }
        List<Success> successful = new ArrayList<>(good.size());
        List<AwsError> errors = good.isEmpty() ? List.of() : doing.all(good);
        for (int i = 0; i < good.size(); i++) {
            String name = id.apply(good.get(i));
            if (errors.get(i) == null) {
                successful.add(new Success(name));
            } else {
                failed.add(FailedEntry.of(name, errors.get(i)));
            }
        }
        return new Output(Lists.orNull(successful), Lists.orNull(failed));
    }
}
