package org.aforo.service.streams.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.aforo.api.endpoint.AwsError;

/**
 * The errors of Kinesis Data Streams in AWS's wording.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Operations.html">the operations' errors</a>
 */
public final class Errors {

    static final String THROTTLED = "ProvisionedThroughputExceededException";
    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Errors() {
    }

    public static AwsError invalid(String message) {
        return AwsError.client("InvalidArgumentException", message);
    }

    public static AwsError validation(String message) {
        return AwsError.client("ValidationException", message);
    }

    public static AwsError limit(String message) {
        return AwsError.client("LimitExceededException", message);
    }

    public static AwsError noStream(StreamName name) {
        return AwsError.client("ResourceNotFoundException", "Stream " + name.label() + " not found.");
    }

    public static AwsError exists(StreamName name) {
        return AwsError.client("ResourceInUseException", "Stream " + name.label() + " already exists.");
    }

    public static AwsError notActive(StreamName name, String state) {
        return AwsError.client("ResourceInUseException",
                "Stream " + name.label() + " not ACTIVE, instead in state " + state);
    }

    /** A shard id that can't be one. */
    public static AwsError badShard(String shardId, StreamName name) {
        return AwsError.client("ResourceNotFoundException",
                "Could not find shard " + shardId + " in stream " + name.label() + ".");
    }

    public static AwsError noShard(String shardId, StreamName name) {
        return AwsError.client("ResourceNotFoundException",
                "Shard " + shardId + " in stream " + name.label() + " does not exist");
    }

    public static AwsError throttled(String shardId, StreamName name) {
        return AwsError.client(THROTTLED, "Rate exceeded for shard " + shardId + " in stream " + name.label() + ".");
    }

    public static AwsError expiredIterator(Instant issued, Instant now, long lifetime) {
        return AwsError.client("ExpiredIteratorException", "Iterator expired. The iterator was created at time "
                + DATE.format(issued) + " while right now it is " + DATE.format(now)
                + " which is further in the future than the tolerated delay of " + lifetime + " milliseconds.");
    }

    public static AwsError invalidIterator() {
        return invalid("Invalid ShardIterator.");
    }

    public static AwsError expiredToken() {
        return AwsError.client("ExpiredNextTokenException", "The NextToken has expired.");
    }

    public static AwsError invalidToken() {
        return invalid("Invalid NextToken.");
    }

    /** @param why in AWS's words */
    static AwsError denied(String why) {
        return AwsError.client("AccessDeniedException", why);
    }

    static AwsError noConsumer(String arn) {
        return AwsError.client("ResourceNotFoundException", "Consumer under ARN " + arn + " not found.");
    }

    static AwsError noConsumer(String consumer, StreamName stream) {
        return AwsError.client("ResourceNotFoundException",
                "Consumer " + consumer + " under stream " + stream.label() + " not found.");
    }

    static AwsError consumerExists(String consumer, StreamName stream) {
        return AwsError.client("ResourceInUseException",
                "Consumer " + consumer + " under stream " + stream.label() + " already exists.");
    }

    static AwsError consumerNotActive(ConsumerMeta consumer) {
        return AwsError.client("ResourceInUseException", "Consumer " + consumer.name() + " with creation timestamp "
                + consumer.created() / 1_000 + " under stream: " + consumer.stream() + ", account "
                + consumer.account() + " is not in ACTIVE status.");
    }

    static AwsError subscribed(ConsumerMeta consumer, String shardId) {
        return AwsError.client("ResourceInUseException", "Another active subscription exists for this consumer: "
                + consumer.account() + ':' + consumer.stream() + ':' + shardId + ':' + consumer.name());
    }

    /** @param message in KMS's words */
    static AwsError noKey(String message) {
        return AwsError.client("KMSNotFoundException", message);
    }

    static AwsError hasConsumers(StreamName stream) {
        return AwsError.client("ResourceInUseException", "Stream " + stream.label() + " has enhanced fan-out consumers "
                + "registered. Deregister them, or set EnforceConsumerDeletion.");
    }
}
