package org.aforo.service.topics.internal.op;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.Topics;
import org.aforo.service.topics.internal.message.Message;
import org.aforo.service.topics.internal.message.Published;

/**
 * Publishes up to ten messages. What is wrong with one of them fails the batch, as on AWS; entries that failed are those
 * that a fault was injected into.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html">PublishBatch</a>
 */
public record PublishBatch(Topics topics) {

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]+");
    private static final int ID_LENGTH = 80;

    /** As in the model. */
    public record Input(String topicArn, List<Entry> publishBatchRequestEntries) {
    }

    /** AWS's {@code PublishBatchRequestEntry}. */
    public record Entry(String id, String message, String subject, String messageStructure,
            Map<String, MessageAttributeValue> messageAttributes, String messageDeduplicationId,
            String messageGroupId) {
        private MessageRules.Given given() {
            return new MessageRules.Given(message, subject, messageStructure, messageAttributes,
                    messageDeduplicationId, messageGroupId);
        }
    }

    /** As in the model. */
    public record Output(List<Success> successful, List<Failure> failed) {
    }

    /** AWS's {@code PublishBatchResultEntry}. */
    public record Success(String id, String messageId, String sequenceNumber) {
    }

    /** AWS's {@code BatchResultErrorEntry}. */
    public record Failure(String id, String code, String message, Boolean senderFault) {
        static Failure of(Entry entry, AwsError error) {
            String code = error.code().equals("InvalidParameterValueException") ? "ParameterValueInvalid"
                    : error.code().replaceFirst("Exception$", "");
            return new Failure(entry.id, code, error.getMessage(), error.status() < 500);
        }
    }

    public Output handle(Input in, Call call) throws AwsError {
        List<Entry> entries = in.publishBatchRequestEntries;
        checkBatch(entries);
        Topic topic = Arns.topic(topics, in.topicArn, call, "Publish");
        MessageRules rules = new MessageRules(Long.MAX_VALUE, Trace.of(call));
        List<Message> messages = entries.stream().map(each -> rules.fit(rules.read(each.given()), topic.meta()))
                .toList();
        if (messages.stream().mapToLong(Message::size).sum() > topic.messageBytes()) {
            throw AwsError.client("BatchRequestTooLongException",
                    "The length of all the messages put together is more than the limit.");
        }
        return publish(topic, entries, messages);
    }

    private void checkBatch(List<Entry> entries) {
        if (entries.isEmpty()) {
            throw AwsError.client("EmptyBatchRequestException", "The batch request doesn't contain any entries.");
        }
        if (entries.size() > topics.limits().batchEntries.getAsLong()) {
            throw AwsError.client("TooManyEntriesInBatchRequestException",
                    "The batch request contains more entries than permissible.");
        }
        Set<String> ids = new HashSet<>();
        for (Entry entry : entries) {
            checkId(entry.id);
            if (!ids.add(entry.id)) {
                throw AwsError.client("BatchEntryIdsNotDistinctException",
                        "Two or more batch entries in the request have the same Id.");
            }
        }
    }

    private static void checkId(String id) {
        if (id.length() > ID_LENGTH) {
            throw AwsError.client("InvalidBatchEntryIdException",
                    "The Id of a batch entry in the batch request is too long: " + id);
        }
        if (!ID.matcher(id).matches()) {
            throw AwsError.client("InvalidBatchEntryIdException",
                    "The Id of a batch entry in the batch request contains an impermissible character: " + id);
        }
    }

    private Output publish(Topic topic, List<Entry> entries, List<Message> messages) {
        List<Failure> failed = new ArrayList<>();
        List<Entry> good = new ArrayList<>();
        List<Message> taken = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            Entry entry = entries.get(i);
            AwsError fault = topics.bench().faults().any()
                    ? topics.bench().faults().entry("sns", "PublishBatch", topic.name()) : null;
            if (fault == null) {
                good.add(entry);
                taken.add(messages.get(i));
            } else {
                failed.add(Failure.of(entry, fault));
            }
        }
        return new Output(taken.isEmpty() ? List.of() : publishGood(topic, good, taken), failed);
    }

    private List<Success> publishGood(Topic topic, List<Entry> entries, List<Message> messages) {
        topics.countPublished(topic, messages.size());
        List<Published> published = topic.publish(messages);
        List<Success> successful = new ArrayList<>(published.size());
        for (int i = 0; i < published.size(); i++) {
            successful.add(new Success(entries.get(i).id, published.get(i).message().id(),
                    topic.meta().fifo() ? published.get(i).sequenceNumber() : null));
        }
        return successful;
    }
}
