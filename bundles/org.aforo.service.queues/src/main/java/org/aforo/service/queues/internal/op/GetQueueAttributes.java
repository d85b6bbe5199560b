package org.aforo.service.queues.internal.op;

import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;
import org.aforo.service.queues.internal.attributes.AttributeView;

/**
 * GetQueueAttributes.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html">
 *      API reference</a>
 */
public record GetQueueAttributes(Queues queues) {

    public record Input(String queueUrl, List<String> attributeNames) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    public record Output(Map<String, String> attributes) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Queue queue = queues.find(in.queueUrl, call, "GetQueueAttributes");
        List<String> names = in.attributeNames == null ? List.of() : in.attributeNames;
        Map<String, String> told = AttributeView.of(queue, names, queues.limits().messageBytes.getAsLong());
        return new Output(told.isEmpty() ? null : told);
    }
}
