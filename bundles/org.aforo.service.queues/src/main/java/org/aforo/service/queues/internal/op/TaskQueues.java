package org.aforo.service.queues.internal.op;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.QueueName;
import org.aforo.service.queues.internal.Queues;

/** Queues as move tasks name them: by ARN. */
record TaskQueues(Queues queues, Call call, String operation) {

    /** @throws AwsError {@code InvalidParameterValue}, {@code ResourceNotFoundException}, {@code AccessDenied} */
    Queue find(String arn, String parameter) throws AwsError {
        Queue queue = queues.lookUp(name(arn, parameter));
        if (queue == null) {
            throw Errors.noResource(parameter);
        }
        return queues.find(queue.fullName(), call, operation);
    }

    private static QueueName name(String text, String parameter) throws AwsError {
        AwsError format = Errors.invalid("You must use this format to specify the " + parameter
                + ": arn:<partition>:<service>:<region>:<account-id>:<resource-id>");
        try {
            QueueName name = QueueName.of(Arn.parse(text));
            if (name != null) {
                return name;
            }
        } catch (IllegalArgumentException e) {
            throw format;
        }
        throw format;
    }
}
