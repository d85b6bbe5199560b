package org.aforo.service.metrics.internal;

/** Values taken together. */
public record Aggregate(double count, double sum, double minimum, double maximum) {

    /** One value. */
    public static Aggregate of(double value) {
        return new Aggregate(1, value, value, value);
    }

    /** Both taken together. */
    public Aggregate with(Aggregate other) {
        return new Aggregate(count + other.count, sum + other.sum, Math.min(minimum, other.minimum),
                Math.max(maximum, other.maximum));
    }

    public double average() {
        return sum / count;
    }
}
