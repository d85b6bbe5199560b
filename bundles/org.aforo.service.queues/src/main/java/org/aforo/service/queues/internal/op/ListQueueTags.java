package org.aforo.service.queues.internal.op;

import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;

/**
 * ListQueueTags.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueueTags.html">
 *      API reference</a>
 */
public record ListQueueTags(Queues queues) {

    public record Input(String queueUrl) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    public record Output(Map<String, String> tags) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Map<String, String> tags = queues.find(in.queueUrl, call, "ListQueueTags").meta().tags();
        return new Output(tags.isEmpty() ? null : tags);
    }
}
