package org.aforo.headless.internal.cli;

import java.io.PrintWriter;
import java.util.List;

import org.aforo.scenario.Progress;

/** Shows a run's progress: redrawn in place on a terminal, now and then as lines elsewhere. */
final class ConsoleProgress implements Progress {

    /** Where lines can't be redrawn, one view in so many is shown. */
    private static final int ONE_IN = 8;

    private final PrintWriter out;
    private final boolean terminal;
    private int shown;
    private int views;

    ConsoleProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void say(String line) {
        erase();
        out.println(line);
        out.flush();
    }

    @Override
    public void show(List<String> lines) {
        if (terminal) {
            erase();
            lines.forEach(out::println);
            shown = lines.size();
        } else if (views++ % ONE_IN == 0) {
            lines.forEach(out::println);
        }
        out.flush();
    }

    private void erase() {
        if (shown > 0) {
            out.print("\033[" + shown + "A\033[J");
            shown = 0;
        }
    }
}
