package org.aforo.core.internal.meter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.aforo.api.meter.Meter.Sample;

/**
 * The last ten minutes of samples at four a second. Grows as it fills. Of a stretch in which nothing
 * flowed only the ends are kept, which says the same. Where fewer samples may be kept than ten minutes have, older ones
 * lie further apart.
 */
final class SampleRing {

    static final int MOST = 2_400;
    private static final long SPAN = 600_000_000_000L;
    private static final int FIRST = 16;

    private Sample[] samples = new Sample[FIRST];
    private int start;
    private int size;

    /** @param born when the first thing flowed: before that all was zero */
    SampleRing(long born) {
        add(new Sample(born - 1, 0, 0, 0, 0), MOST);
    }

    /** @param most how many may be kept, at most {@link #MOST} */
    synchronized void add(Sample sample, int most) {
        if (size > 1 && (sameTime(sample) || still(sample))) {
            samples[(start + size - 1) % samples.length] = sample;
            return;
        }
        if (size >= most) {
            makeRoom(sample.nanos(), most);
        } else if (size == samples.length) {
            keep(all(), Math.min(most, samples.length * 2));
        }
        samples[(start + size++) % samples.length] = sample;
    }

    synchronized List<Sample> all() {
        List<Sample> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(get(i));
        }
        return all;
    }

    /** The last sample at or before {@code nanos} and the one after it, which is {@code now} at the end. */
    synchronized Sample[] around(long nanos, Sample now) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle).nanos() <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Sample before = get(Math.max(0, low - 1));
        return new Sample[] {before, low < size ? get(low) : now};
    }

    private Sample get(int index) {
        return samples[(start + index) % samples.length];
    }

    /** Of one moment the first and the last sample are kept: what flowed while time stood still is a step. */
    private boolean sameTime(Sample sample) {
        return get(size - 1).nanos() == sample.nanos() && get(size - 2).nanos() == sample.nanos();
    }

    private boolean still(Sample sample) {
        return sameTotals(get(size - 1), sample) && sameTotals(get(size - 2), sample);
    }

    private void makeRoom(long now, int most) {
        if (most == MOST || now - get(0).nanos() >= SPAN) {
            start = (start + 1) % samples.length;
            size--;
        } else {
            thin(most);
        }
    }

    /** Leaves every other one out but for the newest quarter, until there is room. */
    private void thin(int most) {
        List<Sample> kept = all();
        while (kept.size() >= most) {
            List<Sample> fewer = new ArrayList<>();
            for (int i = 0; i < kept.size(); i++) {
                if (i % 2 == 0 || i >= kept.size() - kept.size() / 4) {
                    fewer.add(kept.get(i));
                }
            }
            kept = fewer;
        }
        keep(kept, most);
    }

    private void keep(List<Sample> kept, int room) {
        samples = Arrays.copyOf(kept.toArray(Sample[]::new), room);
        start = 0;
        size = kept.size();
    }

    private static boolean sameTotals(Sample a, Sample b) {
        return a.records() == b.records() && a.bytes() == b.bytes() && a.errors() == b.errors()
                && a.throttles() == b.throttles();
    }
}
