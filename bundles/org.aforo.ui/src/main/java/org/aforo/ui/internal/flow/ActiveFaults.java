package org.aforo.ui.internal.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.ResourceState;
import tools.jackson.databind.JsonNode;

/** The faults that are active on a bench, as last asked. Immutable. */
record ActiveFaults(List<Fault> faults) {

    static final ActiveFaults NONE = new ActiveFaults(List.of());

    /** What it hits: names or ARNs, with {@code *} as wildcard. */
    record Fault(String service, Pattern resource) {
    }

    /** Asks the bench; blocks. */
    static ActiveFaults of(BenchConnection bench) throws BenchException {
        List<Fault> found = new ArrayList<>();
        for (JsonNode fault : bench.control().get("/faults").path("faults")) {
            found.add(new Fault(fault.path("service").asString("*"), pattern(fault.path("resource").asString("*"))));
        }
        return new ActiveFaults(List.copyOf(found));
    }

    private static Pattern pattern(String wildcard) {
        return Pattern.compile("\\Q" + wildcard.replace("*", "\\E.*\\Q") + "\\E");
    }

    boolean hit(ResourceState state) {
        return faults.stream().anyMatch(fault -> (fault.service().equals("*") || fault.service().equals(state.service()))
                && (fault.resource().matcher(state.arn()).matches()
                        || fault.resource().matcher(state.name()).matches()));
    }
}
