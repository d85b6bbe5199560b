package org.aforo.service.metrics.internal;

/** AWS's {@code Dimension}. */
public record Dimension(String name, String value) implements Comparable<Dimension> {

    @Override
    public int compareTo(Dimension other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : value.compareTo(other.value);
    }
}
