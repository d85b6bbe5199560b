package org.aforo.ui.internal.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.client.Flow;
import org.aforo.client.History;
import org.aforo.client.Rates;
import org.aforo.client.ResourceState;

/** Resources to draw. */
final class Samples {

    private Samples() {
    }

    static ResourceState resource(String name, String parent, String... links) {
        return resource(name, parent, 0, 0, links);
    }

    /** @param links as {@code delivers to>bucket} */
    static ResourceState resource(String name, String parent, double in, double out, String... links) {
        List<ResourceState.Link> ways = java.util.Arrays.stream(links).map(link -> link.split(">"))
                .map(link -> new ResourceState.Link(arn(link[1]), link[0])).toList();
        return new ResourceState(arn(name), "test", "thing", name,
                Optional.ofNullable(parent).map(Samples::arn), "ACTIVE", Map.of(), flow(in), flow(out), List.of(),
                ways);
    }

    /** As if the bench's clock kept to ours. */
    static Seen seen(ResourceState state) {
        return new Seen(state, new History.Passing(state.in().second(), state.out().second()));
    }

    static String arn(String name) {
        return "arn:aws:test:us-east-1:000000000000:" + name;
    }

    private static Flow flow(double records) {
        Rates rates = new Rates(records, records * 100, 0, 0);
        return new Flow(0, 0, 0, 0, rates, rates, rates, new Flow.Latency(0, 0, 0, 0, 0));
    }
}
