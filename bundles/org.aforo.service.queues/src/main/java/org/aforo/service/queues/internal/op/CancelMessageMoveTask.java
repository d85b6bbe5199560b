package org.aforo.service.queues.internal.op;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.Queues;

/**
 * CancelMessageMoveTask.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CancelMessageMoveTask.html">
 *      API reference</a>
 */
public record CancelMessageMoveTask(Queues queues) {

    private static final Pattern HANDLE = Pattern
            .compile("\\{\"taskId\":\"[^\"]+\",\"sourceArn\":\"(?<arn>[^\"]+)\"}");

    public record Input(String taskHandle) {
    }

    public record Output(Long approximateNumberOfMessagesMoved) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        new TaskQueues(queues, call, "CancelMessageMoveTask").find(source(in.taskHandle), "SourceArn");
        return new Output(queues.moves().cancel(in.taskHandle));
    }

    /** A handle tells its task's queue. */
    private static String source(String handle) throws AwsError {
        AwsError invalid = Errors.invalid("Value for parameter TaskHandle is invalid.");
        try {
            Matcher matcher = HANDLE.matcher(new String(Base64.getDecoder().decode(handle), StandardCharsets.UTF_8));
            if (matcher.matches()) {
                return matcher.group("arn");
            }
        } catch (IllegalArgumentException e) {
            throw invalid;
        }
        throw invalid;
    }
}
