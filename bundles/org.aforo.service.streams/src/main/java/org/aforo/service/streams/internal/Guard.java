package org.aforo.service.streams.internal;

import java.util.Set;

import org.aforo.api.Arn;
import org.aforo.api.access.Access;
import org.aforo.api.access.AccessPolicy;
import org.aforo.api.access.AccessRequest;
import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;

/**
 * Who may do what with streams and consumers. As long as nobody set a policy, a call of the stream's account passes
 * without a look at the stream.
 */
public final class Guard {

    /**
     * The owner's alone, and whatever a policy says, so that one which shuts everybody out can be undone.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutResourcePolicy.html">PutResourcePolicy</a>
     */
    private static final Set<String> OWNERS = Set.of("DeleteResourcePolicy", "GetResourcePolicy", "PutResourcePolicy");
    private static final int BEFORE_ACCOUNT = 4;

    private final Streams streams;
    private final Policies policies;

    Guard(Streams streams, Policies policies) {
        this.streams = streams;
        this.policies = policies;
    }

    /** The API behind this guard: the operations whose inputs name a stream. */
    AwsApi guarded(AwsApi api) {
        return new AwsApi(api.model(), api.additions(),
                api.operations().stream().<AwsApi.Operation<?, ?>>map(this::guarded).toList());
    }

    private <I, O> AwsApi.Operation<I, O> guarded(AwsApi.Operation<I, O> operation) {
        if (!OfStream.class.isAssignableFrom(operation.input())) {
            return operation;
        }
        return new AwsApi.Operation<>(operation.name(), operation.input(), operation.output(), operation.resource(),
                (in, call) -> {
                    check((OfStream) in, call, operation.name());
                    return operation.handler().handle(in, call);
                });
    }

    /** @throws AwsError {@code AccessDeniedException} */
    private void check(OfStream in, Call call, String operation) throws AwsError {
        String arn = in.consumerARN() != null ? in.consumerARN()
                : in.resourceARN() != null ? in.resourceARN() : in.streamARN();
        if (policies.isEmpty() && (arn == null || isOf(call.account(), arn))
                || arn == null && in.streamName() == null) {
            return;
        }
        check(arn == null ? StreamName.of(in.streamName(), null, call).arn() : Arn.parse(arn), call, operation);
    }

    /** Whether an ARN is an account's. */
    private static boolean isOf(String account, String arn) {
        int at = 0;
        for (int i = 0; i < BEFORE_ACCOUNT; i++) {
            at = arn.indexOf(':', at) + 1;
        }
        return arn.startsWith(account, at);
    }

    /**
     * Lets a call pass that names a stream in its own way.
     *
     * @throws AwsError {@code AccessDeniedException}
     */
    public void check(StreamName stream, Call call, String operation) throws AwsError {
        if (!policies.isEmpty() || !stream.account().equals(call.account())) {
            check(stream.arn(), call, operation);
        }
    }

    private void check(Arn resource, Call call, String operation) throws AwsError {
        AccessPolicy policy = policies.of(resource.toString());
        boolean own = resource.account().equals(call.account());
        if (Access.isPlain(policy, resource.account(), call) || own && OWNERS.contains(operation)
                || streams.lookUp(StreamName.of(Arn.parse(StreamName.ofConsumer(resource.toString())))) == null) {
            return;
        }
        Access.refusal(OWNERS.contains(operation) ? null : policy,
                new AccessRequest(call, "kinesis:" + operation, resource)).ifPresent(why -> {
                    throw Errors.denied(why);
                });
    }
}
