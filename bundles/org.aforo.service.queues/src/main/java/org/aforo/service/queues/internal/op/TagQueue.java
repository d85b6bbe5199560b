package org.aforo.service.queues.internal.op;

import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.QueueName;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;

/**
 * TagQueue.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_TagQueue.html">
 *      API reference</a>
 */
public record TagQueue(Queues queues) {

    public record Input(String queueUrl, Map<String, String> tags) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        QueueName name = queues.find(in.queueUrl, call, "TagQueue").fullName();
        queues.tag(name, tags -> {
            Map<String, String> all = new LinkedHashMap<>(tags);
            all.putAll(in.tags);
            TagRules.check(all, queues.limits().tags.getAsLong(), name.name());
            return all;
        });
        return null;
    }
}
