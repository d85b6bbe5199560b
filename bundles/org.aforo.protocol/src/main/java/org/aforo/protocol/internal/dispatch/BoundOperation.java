package org.aforo.protocol.internal.dispatch;

import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.fault.Faults;
import org.aforo.protocol.internal.binding.Bindings;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.tree.Struct;

/**
 * An operation that is built: its model, and the method that does it.
 *
 * @param throttled the service's own throttling error
 */
record BoundOperation<I, O>(Operation model, AwsApi.Operation<I, O> built, Bindings.Bound input,
        Bindings.Bound output, AwsError throttled) {

    static <I, O> BoundOperation<I, O> of(Operation model, AwsApi.Operation<I, O> built, Bindings bindings,
            AwsError throttled) {
        return new BoundOperation<>(model, built, bindings.bind(model.input(), built.input()),
                bindings.bind(model.output(), built.output()), throttled);
    }

    /** Does it, unless a fault is injected. */
    Struct perform(Struct tree, Faults faults, Call call) throws InterruptedException {
        I in = built.input().cast(input.toJava(tree));
        String resource = faults.any() ? built.resource().apply(in) : null;
        if (faults.any()) {
            faults.gate(call.service(), built.name(), resource, throttled);
        }
        O out = built.handler().handle(in, call);
        if (faults.any()) {
            faults.answer(call.service(), built.name(), resource);
        }
        return output.toTree(out);
    }
}
