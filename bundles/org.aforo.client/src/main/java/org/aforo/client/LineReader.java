package org.aforo.client;

/** Reads one resource's line off a {@link Timeline}. */
final class LineReader {

    private LineReader() {
    }

    static void read(Timeline timeline, Series series, int measure, long from, long to, LineBuilder line) {
        float[] level = {series.before(measure)};
        timeline.segments().forEach(segment -> {
            Block block = segment.blocks.get(series);
            block = block != null && block.has(measure) ? block : null;
            if (segment.end() >= from && segment.times[0] <= to) {
                level[0] = read(segment, block, series, measure, from, to, line, level[0]);
            } else if (block != null && Block.level(measure)) {
                level[0] = Series.last(block, measure, level[0]);
            }
        });
    }

    /** Gives the level at the segment's end; for a rate, zero. */
    private static float read(Segment segment, Block block, Series series, int measure, long from, long to,
            LineBuilder line, float level) {
        float carried = level;
        boolean present = series.present(segment.times[0], segment.end());
        for (int at = 0; at < segment.count(); at++) {
            float low = block == null ? Float.NaN : block.low(measure, at);
            float high = block == null ? Float.NaN : block.high(measure, at);
            if (Float.isNaN(low)) {
                low = carried;
                high = carried;
            } else if (Block.level(measure)) {
                carried = high;
            }
            long millis = segment.times[at];
            if (millis < from || millis > to) {
                continue;
            }
            if (segment.gap(at) || !present && series.absent(measure, millis)) {
                line.gap(millis);
            } else {
                line.add(millis, low, high);
            }
        }
        return carried;
    }
}
