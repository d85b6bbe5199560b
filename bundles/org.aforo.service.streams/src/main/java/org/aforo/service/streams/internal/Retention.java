package org.aforo.service.streams.internal;

import org.aforo.api.endpoint.AwsError;

/**
 * How long a stream's records are kept, changed for clients.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html">Data retention</a>
 */
public final class Retention {

    static final int SHORTEST = 24;
    static final int LONGEST = 365 * 24;

    private final Streams streams;

    public Retention(Streams streams) {
        this.streams = streams;
    }

    /** Keeps records longer. */
    public void increase(StreamName name, int hours) throws AwsError {
        int now = check(name, hours);
        if (hours < now) {
            throw Errors.invalid(requested(name, hours) + " can not be shorter than existing retention period (" + now
                    + " hours). Use DecreaseRetentionPeriod API.");
        }
        change(name, hours);
    }

    /** Keeps records not as long; those that are older are out of reach at once. */
    public void decrease(StreamName name, int hours) throws AwsError {
        int now = check(name, hours);
        if (hours > now) {
            throw Errors.invalid(requested(name, hours) + " can not be longer than existing retention period (" + now
                    + " hours). Use IncreaseRetentionPeriod API.");
        }
        change(name, hours);
    }

    private int check(StreamName name, int hours) throws AwsError {
        if (hours < SHORTEST) {
            throw Errors.invalid("Minimum allowed retention period is " + SHORTEST
                    + " hours. Requested retention period (" + hours + " hours) is too short.");
        }
        if (hours > LONGEST) {
            throw Errors.invalid("Maximum allowed retention period is " + LONGEST
                    + " hours. Requested retention period (" + hours + " hours) is too long.");
        }
        return streams.find(name).meta().settings().retentionHours();
    }

    private static String requested(StreamName name, int hours) {
        return "Requested retention period (" + hours + " hours) for stream " + name.name();
    }

    private void change(StreamName name, int hours) throws AwsError {
        streams.change(name, meta -> meta.with(settings -> settings.withRetention(hours)));
    }
}
