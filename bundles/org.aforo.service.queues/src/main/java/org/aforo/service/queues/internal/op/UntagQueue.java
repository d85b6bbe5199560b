package org.aforo.service.queues.internal.op;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;

/**
 * UntagQueue.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_UntagQueue.html">
 *      API reference</a>
 */
public record UntagQueue(Queues queues) {

    public record Input(String queueUrl, List<String> tagKeys) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        queues.tag(queues.find(in.queueUrl, call, "UntagQueue").fullName(), tags -> {
            Map<String, String> left = new LinkedHashMap<>(tags);
            in.tagKeys.forEach(left::remove);
            return left;
        });
        return null;
    }
}
