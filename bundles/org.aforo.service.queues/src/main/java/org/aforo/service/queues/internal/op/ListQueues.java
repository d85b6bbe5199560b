package org.aforo.service.queues.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;

/**
 * ListQueues.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html">
 *      API reference</a>
 */
public record ListQueues(Queues queues) {

    public record Input(String queueNamePrefix, String nextToken, Integer maxResults) {
    }

    /** Lists nothing where there is nothing. */
    public record Output(List<String> queueUrls, String nextToken) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        String prefix = in.queueNamePrefix == null ? "" : in.queueNamePrefix;
        String after = Pages.after(in.nextToken, in.maxResults);
        Pages.Page page = Pages.of(queues.list(call.account(), call.region(), prefix, after), in.maxResults);
        List<Queue> shown = page.queues();
        return new Output(shown.isEmpty() ? null
                : shown.stream().map(queue -> QueueUrl.of(queue, call, queues.bench().settings())).toList(),
                page.nextToken());
    }
}
