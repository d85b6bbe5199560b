package org.aforo.client;

import java.util.List;

/** What was sampled of one connection's resources. */
final class SampledHistory implements History {

    @Override
    public Line line(LiveResource resource, Measure measure, long from, long to, int points) {
        return new Line(new long[0], new double[0], new double[0]);
    }

    @Override
    public List<FlushMark> flushes(LiveResource resource, long from, long to) {
        return List.of();
    }

    /** Takes in what a frame told. */
    void sample(ModelChange change, long millis) {
    }
}
