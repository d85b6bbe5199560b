package org.aforo.scenario.internal.produce;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws numbers below a bound, the first ones more often: the chance of number <i>k</i> (from 0) is in proportion to
 * 1/(<i>k</i>+1)<sup>exponent</sup>. With the exponent 0 all are alike.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Zipf%27s_law">Zipf's law</a>
 */
public final class Zipf {

    private final int count;
    /** The chance of a number or one below it; null where all are alike. */
    private final double[] upTo;

    public Zipf(int count, double exponent) {
        this.count = count;
        if (exponent == 0) {
            upTo = null;
            return;
        }
        upTo = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.pow(i + 1.0, -exponent);
            upTo[i] = sum;
        }
        for (int i = 0; i < count; i++) {
            upTo[i] /= sum;
        }
    }

    public int draw(SplittableRandom random) {
        if (upTo == null) {
            return random.nextInt(count);
        }
        int at = Arrays.binarySearch(upTo, random.nextDouble());
        return Math.min(at >= 0 ? at : -at - 1, count - 1);
    }
}
