package org.aforo.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Feeds a history by hand, on its own clock. */
final class FakeFeed {

    final FakeConnection connection = new FakeConnection();
    final SampledHistory history;
    long now = 1_000_000;

    FakeFeed() {
        this(new SampledHistory());
    }

    FakeFeed(SampledHistory history) {
        this.history = history;
    }

    LiveResource resource(String arn, long records) {
        return new LiveResource(connection, state(arn, records, 0, 0));
    }

    static ResourceState state(String arn, long records, double p50, double fill) {
        return state(arn, new long[] {records, records * 100, 0, 0}, new long[4], p50, fill, Optional.empty());
    }

    static ResourceState state(String arn, long[] in, long[] out, double p50, double fill,
            Optional<BufferView.Flush> flush) {
        BufferView buffer = new BufferView("b", (long) (fill * 1000), OptionalLong.of(1000), 0, OptionalLong.empty(), 0,
                Optional.empty(), flush, BufferView.Kind.BUFFER);
        return new ResourceState(arn, "svc", "stream", arn, Optional.empty(), "ACTIVE", Map.of(), flow(in, p50),
                flow(out, 0), List.of(buffer), List.of());
    }

    private static Flow flow(long[] totals, double p50) {
        Rates none = new Rates(0, 0, 0, 0);
        return new Flow(totals[0], totals[1], totals[2], totals[3], none, none, none,
                new Flow.Latency(p50 > 0 ? 1 : 0, p50, p50, 2 * p50, 2 * p50));
    }

    static BufferView.Flush flush(int second) {
        return new BufferView.Flush(Instant.EPOCH.plusSeconds(second), "SIZE", 1, 1);
    }

    void added(LiveResource... resources) {
        tell(List.of(resources), List.of(), List.of());
    }

    void removed(LiveResource... resources) {
        tell(List.of(), List.of(resources), List.of());
    }

    void changed(LiveResource... resources) {
        tell(List.of(), List.of(), List.of(resources));
    }

    void tell(List<LiveResource> added, List<LiveResource> removed, List<LiveResource> changed) {
        history.sample(new ModelChange(connection, false, added, removed, changed, List.of()), now);
    }

    void lost() {
        connection.state = BenchConnection.State.LOST;
        changed();
        connection.state = BenchConnection.State.LIVE;
    }

    History.Line line(LiveResource resource, History.Measure measure) {
        return history.line(resource, measure, 0, Long.MAX_VALUE, Integer.MAX_VALUE);
    }
}
