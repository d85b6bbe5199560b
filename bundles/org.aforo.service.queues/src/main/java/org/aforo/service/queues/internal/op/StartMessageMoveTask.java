package org.aforo.service.queues.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.Queues;

/**
 * StartMessageMoveTask.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html">
 *      API reference</a>
 */
public record StartMessageMoveTask(Queues queues) {

    private static final String SOURCE = "SourceArn";
    private static final String DESTINATION = "DestinationArn";
    private static final String RATE = "MaxNumberOfMessagesPerSecond";

    public record Input(String sourceArn, String destinationArn, Integer maxNumberOfMessagesPerSecond) {
        public String resource() {
            return sourceArn;
        }
    }

    public record Output(String taskHandle) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        TaskQueues named = new TaskQueues(queues, call, "StartMessageMoveTask");
        Queue source = named.find(in.sourceArn, SOURCE);
        if (queues.sourcesOf(source).isEmpty()) {
            throw Errors.invalid("Source queue must be configured as a Dead Letter Queue.");
        }
        Queue destination = in.destinationArn == null ? null : named.find(in.destinationArn, DESTINATION);
        if (destination != null && destination.meta().settings().fifo() != source.meta().settings().fifo()) {
            throw Errors.invalid(in.destinationArn, DESTINATION,
                    "The source and destination queues must be of the same "
                            + "type.");
        }
        long most = queues.limits().moveRate.getAsLong();
        Integer rate = in.maxNumberOfMessagesPerSecond;
        if (rate != null && (rate < 1 || rate > most)) {
            throw Errors.invalid(rate, RATE, "You must enter a value between 1 and " + most + '.');
        }
        return new Output(queues.moves().start(source, destination, rate));
    }
}
