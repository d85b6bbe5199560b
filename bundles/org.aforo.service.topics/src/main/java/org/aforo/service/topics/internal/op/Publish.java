package org.aforo.service.topics.internal.op;

import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.Topics;
import org.aforo.service.topics.internal.delivery.Outbox;
import org.aforo.service.topics.internal.delivery.Outboxes;
import org.aforo.service.topics.internal.message.Message;
import org.aforo.service.topics.internal.message.Published;

/** Publishes a message to a topic, or sends it to a telephone; it is safe when this answers. */
public record Publish(Topics topics, Outboxes outboxes) {

    /** As in the model. */
    public record Input(String topicArn, String targetArn, String phoneNumber, String message, String subject,
            String messageStructure, Map<String, MessageAttributeValue> messageAttributes,
            String messageDeduplicationId, String messageGroupId) {

        /** The topic that is named in one of two ways. */
        public String target() {
            return topicArn != null ? topicArn : targetArn;
        }

        private MessageRules.Given given() {
            return new MessageRules.Given(message, subject, messageStructure, messageAttributes,
                    messageDeduplicationId, messageGroupId);
        }
    }

    /** As in the model. */
    public record Output(String messageId, String sequenceNumber) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        if (in.phoneNumber != null) {
            return text(in, call);
        }
        if (in.target() == null) {
            throw Errors.parameter("TopicArn or TargetArn Reason: no value for required parameter");
        }
        if (in.target().contains(":endpoint/")) {
            throw Errors.parameter("TargetArn Reason: No endpoint found for the target arn specified");
        }
        Topic topic = Arns.topic(topics, in.target(), call, "Publish");
        MessageRules rules = new MessageRules(topic.messageBytes(), Trace.of(call));
        Message message = rules.fit(rules.read(in.given()), topic.meta());
        topics.countPublished(topic, 1);
        Published published = topic.publish(List.of(message)).getFirst();
        return new Output(published.message().id(), topic.meta().fifo() ? published.sequenceNumber() : null);
    }

    private Output text(Input in, Call call) {
        Message message = new MessageRules(topics.limits().messageBytes.getAsLong(), null).read(in.given());
        if (!EndpointRules.isPhone(in.phoneNumber)) {
            throw Errors.parameter("PhoneNumber Reason: " + in.phoneNumber + " is not valid to publish to");
        }
        outboxes.of(call.account(), call.region()).put(new Outbox.Mail("sms", in.phoneNumber, "", message.id(), "",
                message.textFor("sms")));
        return new Output(message.id(), null);
    }
}
