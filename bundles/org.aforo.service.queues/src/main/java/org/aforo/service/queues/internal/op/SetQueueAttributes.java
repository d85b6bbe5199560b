package org.aforo.service.queues.internal.op;

import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.QueueName;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;
import org.aforo.service.queues.internal.attributes.AttributeChange;

/**
 * SetQueueAttributes.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">
 *      API reference</a>
 */
public record SetQueueAttributes(Queues queues) {

    public record Input(String queueUrl, Map<String, String> attributes) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        QueueName name = queues.find(in.queueUrl, call, "SetQueueAttributes").fullName();
        AttributeChange change = new AttributeChange(queues, name);
        queues.change(name, settings -> change.apply(settings, in.attributes));
        return null;
    }
}
