package org.aforo.service.queues.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;

/**
 * ListDeadLetterSourceQueues.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListDeadLetterSourceQueues.html">
 *      API reference</a>
 */
public record ListDeadLetterSourceQueues(Queues queues) {

    public record Input(String queueUrl, String nextToken, Integer maxResults) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    public record Output(List<String> queueUrls, String nextToken) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Queue queue = queues.find(in.queueUrl, call, "ListDeadLetterSourceQueues");
        String after = Pages.after(in.nextToken, in.maxResults);
        List<Queue> left = queues.sourcesOf(queue).stream()
                .filter(source -> after == null || source.fullName().name().compareTo(after) > 0).toList();
        Pages.Page page = Pages.of(left, in.maxResults);
        return new Output(page.queues().stream()
                .map(source -> QueueUrl.of(source, call, queues.bench().settings())).toList(), page.nextToken());
    }
}
