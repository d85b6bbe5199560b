package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Resources;
import org.aforo.service.streams.internal.StreamName;

/** Policies of streams and consumers. */
public record ResourcePolicies(Resources resources) {

    public record PutInput(String resourceARN, String policy) implements OfStream {
        public String resource() {
            return name(resourceARN);
        }
    }

    public record Input(String resourceARN) implements OfStream {
        public String resource() {
            return name(resourceARN);
        }
    }

    public record GetOutput(String policy) {
    }

    private static String name(String arn) {
        return StreamName.shortName(null, StreamName.ofConsumer(arn));
    }

    /**
     * PutResourcePolicy.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutResourcePolicy.html">AWS</a>
     */
    public Void put(PutInput in, Call call) throws AwsError {
        resources.policy(in.resourceARN, in.policy);
        return null;
    }

    /**
     * GetResourcePolicy.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetResourcePolicy.html">AWS</a>
     */
    public GetOutput get(Input in, Call call) throws AwsError {
        return new GetOutput(resources.policy(in.resourceARN));
    }

    /**
     * DeleteResourcePolicy.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DeleteResourcePolicy.html">AWS</a>
     */
    public Void delete(Input in, Call call) throws AwsError {
        resources.policy(in.resourceARN, null);
        return null;
    }
}
