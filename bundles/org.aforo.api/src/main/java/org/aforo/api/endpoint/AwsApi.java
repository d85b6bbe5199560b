package org.aforo.api.endpoint;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * An API in AWS's protocols: AWS's own model, which supplies wire names, locations and constraints, and
 * a handler for each operation that is built. Operations of the model that have no handler answer with
 * AWS's unknown-operation error.
 *
 * <p>An operation's input and output are records (or {@link Void} for none). A component is bound to the
 * model's member of the same name, first letter aside ({@code streamName} to {@code StreamName}); a
 * component that the model doesn't have is a programming error found when the API is bound; members
 * without a component are validated and then ignored. Types: {@code String}, {@code Integer},
 * {@code Long}, {@code Float}, {@code Double}, {@code Boolean}, {@code BigDecimal}, {@code Instant},
 * {@code ByteBuffer} for a blob (read-only views into the request, valid until the operation returns),
 * {@link Payload} for a streamed blob, enums and strings for enumerations, {@code List}, {@code Map} with
 * string keys, nested records, and {@code Object} for documents. Absent members are null. Operations
 * that take a {@code Payload} are given the body unread.
 *
 * @param model      where AWS's model in C2J form ({@code NAME-model.json}) is found; loaded on first use
 * @param additions  where what the published model lacks is found, in the same form: its objects are put into the
 *                   model's, member by member; null when nothing is lacking
 * @param operations those that are built
 */
public record AwsApi(URL model, URL additions, List<Operation<?, ?>> operations) implements Endpoint {

    /**
     * One operation.
     *
     * @param name     as in the model: {@code PutRecord}
     * @param input    record type, or {@code Void.class}
     * @param output   record type, or {@code Void.class}
     * @param resource name or ARN of the resource the input is about, for faults by resource; may give null
     * @param handler  does it
     */
    public record Operation<I, O>(String name, Class<I> input, Class<O> output, Function<? super I, String> resource,
            Handler<I, O> handler) {
    }

    /** Does an operation; on a virtual thread, so it may wait. */
    @FunctionalInterface
    public interface Handler<I, O> {
        /**
         * @param input validated against the model
         * @throws AwsError what the client is to be told; any other exception is an internal failure
         */
        O handle(I input, Call call) throws AwsError, InterruptedException;
    }

    /** Begins an API. */
    public static Builder of(URL model) {
        return new Builder(model);
    }

    /** Gathers the operations. */
    public static final class Builder {
        private final URL model;
        private URL additions;
        private final List<Operation<?, ?>> operations = new ArrayList<>();

        private Builder(URL model) {
            this.model = model;
        }

        /** Completes a model that is behind the service. */
        public Builder additions(URL more) {
            additions = more;
            return this;
        }

        /** Adds an operation about one resource, which {@code resource} reads off the input. */
        public <I, O> Builder operation(String name, Class<I> input, Class<O> output,
                Function<? super I, String> resource, Handler<I, O> handler) {
            operations.add(new Operation<>(name, input, output, resource, handler));
            return this;
        }

        /** Adds an operation about no one resource. */
        public <I, O> Builder operation(String name, Class<I> input, Class<O> output, Handler<I, O> handler) {
            return operation(name, input, output, in -> null, handler);
        }

        /** The API. */
        public AwsApi build() {
            return new AwsApi(model, additions, List.copyOf(operations));
        }
    }
}
