package org.aforo.service.queues.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.QueueName;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;

/**
 * GetQueueUrl.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html">
 *      API reference</a>
 */
public record GetQueueUrl(Queues queues) {

    public record Input(String queueName, String queueOwnerAWSAccountId) {
        public String resource() {
            return queueName;
        }
    }

    public record Output(String queueUrl) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        if (in.queueName.isEmpty()) {
            throw Errors.invalid("Value for parameter QueueName is invalid. Reason: Must specify a queue name.");
        }
        String account = in.queueOwnerAWSAccountId == null ? call.account() : in.queueOwnerAWSAccountId;
        return new Output(
                QueueUrl.of(queues.find(new QueueName(account, call.region(), in.queueName), call, "GetQueueUrl"),
                        call,
                        queues.bench().settings()));
    }
}
