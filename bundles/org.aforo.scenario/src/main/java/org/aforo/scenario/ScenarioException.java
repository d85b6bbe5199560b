package org.aforo.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario file that can't be run; tells all that is wrong with it. */
public final class ScenarioException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param line   from 1; 0 when the whole file is meant
     * @param column from 1; 0 when the whole file is meant
     */
    public record Problem(int line, int column, String text) {
    }

    public ScenarioException(String file, List<Problem> problems) {
        super(problems.stream()
                .map(p -> file + (p.line() > 0 ? ":" + p.line() + ":" + p.column() : "") + ": " + p.text())
                .collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
