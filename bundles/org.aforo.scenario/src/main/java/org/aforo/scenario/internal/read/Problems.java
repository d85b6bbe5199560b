package org.aforo.scenario.internal.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.aforo.scenario.ScenarioException.Problem;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Gathers what is wrong with a file, in the order of its lines. */
public final class Problems {

    private final List<Problem> problems = new ArrayList<>();

    public void add(int line, int column, String text) {
        problems.add(new Problem(line, column, text));
    }

    void add(Node at, String text) {
        Mark mark = at.getStartMark().orElseThrow();
        add(mark.getLine() + 1, mark.getColumn() + 1, text);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    public List<Problem> all() {
        return problems.stream().sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
