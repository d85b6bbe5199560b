package org.aforo.gateway.internal.control;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.aforo.api.Arn;
import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;

/** What a resource looked like at a moment; holds nothing that a plug-in could still change. */
record Look(Told told, String state, Figures in, Figures out, List<BufferState> buffers) {

    /** The state of a resource whose plug-in threw. */
    static final String BROKEN = "BROKEN";

    static Look of(Resource resource) {
        return new Look(Told.of(resource, null), resource.state(), Figures.of(resource.in().snapshot()),
                Figures.of(resource.out().snapshot()), List.copyOf(resource.buffers()));
    }

    /** Of a resource that threw: what it is, as far as it tells, and what it threw. */
    static Look broken(String arn, Resource resource, String error) {
        String name = told(resource::name, arn.substring(arn.lastIndexOf(':') + 1));
        Arn parent = told(() -> resource.parent().orElse(null), null);
        return new Look(new Told(name, parent, Map.of("Error", error), List.of()), BROKEN, Figures.NONE, Figures.NONE,
                List.of());
    }

    private static <T> T told(Supplier<T> getter, T otherwise) {
        try {
            return getter.get();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            // the first thing that it threw is what is told
            return otherwise;
        }
    }

    /** Whether it holds nothing back. */
    static boolean areEmpty(List<BufferState> buffers) {
        for (BufferState buffer : buffers) {
            if (buffer.records() != 0 || buffer.bytes() != 0 || buffer.flushAt().isPresent()) {
                return false;
            }
        }
        return true;
    }
}
