package org.aforo.service.queues.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.MoveTask;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.Queues;

/**
 * ListMessageMoveTasks.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html">
 *      API reference</a>
 */
public record ListMessageMoveTasks(Queues queues) {

    private static final int MOST = 10;
    private static final String RUNNING = "RUNNING";

    public record Input(String sourceArn, Integer maxResults) {
        public String resource() {
            return sourceArn;
        }
    }

    public record Output(List<Entry> results) {
    }

    /**
     * ListMessageMoveTasksResultEntry; a task has a handle while it runs.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasksResultEntry.html">
     *      API reference</a>
     */
    public record Entry(String taskHandle, String status, String sourceArn, String destinationArn,
            Integer maxNumberOfMessagesPerSecond, Long approximateNumberOfMessagesMoved,
            Long approximateNumberOfMessagesToMove, String failureReason, Long startedTimestamp) {

        static Entry of(MoveTask task) {
            return new Entry(task.status().equals(RUNNING) ? task.handle() : null, task.status(), task.source(),
                    task.destination(), task.perSecond(), task.moved(), task.toMove(), task.failure(), task.started());
        }
    }

    public Output handle(Input in, Call call) throws AwsError {
        int most = in.maxResults == null ? 1 : in.maxResults;
        if (most < 1 || most > MOST) {
            throw Errors.invalid(most, "MaxResults", "You must enter a value between 1 and 10.");
        }
        Queue source = new TaskQueues(queues, call, "ListMessageMoveTasks").find(in.sourceArn, "SourceArn");
        return new Output(queues.moves().of(source).stream().limit(most).map(Entry::of).toList());
    }
}
