package org.aforo.service.queues.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Queues;

/**
 * CancelMessageMoveTask.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CancelMessageMoveTask.html">
 *      API reference</a>
 */
public record CancelMessageMoveTask(Queues queues) {

    public record Input(String taskHandle) {
    }

    public record Output(Long approximateNumberOfMessagesMoved) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        return new Output(queues.moves().cancel(in.taskHandle));
    }
}
