package org.aforo.api.flow;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.osgi.annotation.versioning.ConsumerType;

/** A place that takes records in batches, within the bench. */
@ConsumerType
public interface RecordSink {

    /**
     * Takes records; when it returns, those without an error are as safe as the service makes them.
     * Waits rather than drops when it is at its capacity.
     *
     * @return an outcome for each record, in order
     */
    List<Outcome> put(List<FlowRecord> records) throws AwsError, InterruptedException;

    /**
     * @param id    the record's name in this place; null if it wasn't taken
     * @param error why it wasn't taken; null if it was
     */
    record Outcome(String id, AwsError error) {
    }
}
