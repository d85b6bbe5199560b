package org.aforo.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, by figure and target; told as it comes, medians at the end. */
final class Figures {

    private final Map<String, Map<String, List<Double>>> all = new LinkedHashMap<>();

    /** What was refused, as a server may that is told more than it can keep, does not count and is told. */
    void note(String what, Target target, Load.Result result) {
        if (result.refused() > 0) {
            System.out.println("  " + target.name() + "  refused " + result.refused() + " requests of the next");
        }
        note(what, target, result.perSecond());
    }

    void note(String what, Target target, double value) {
        all.computeIfAbsent(what, k -> new LinkedHashMap<>()).computeIfAbsent(target.name(), k -> new ArrayList<>())
                .add(value);
        System.out.println("  " + target.name() + "  " + what + "  " + Table.number(value));
    }

    /** What was measured, in the order it was first noted. */
    List<String> names() {
        return List.copyOf(all.keySet());
    }

    /** The median; NaN when it wasn't measured. */
    double median(String what, String target) {
        List<Double> values = all.getOrDefault(what, Map.of()).get(target);
        if (values == null) {
            return Double.NaN;
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
