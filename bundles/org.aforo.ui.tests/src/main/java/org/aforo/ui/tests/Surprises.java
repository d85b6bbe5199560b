package org.aforo.ui.tests;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * What no picture should have: a dialog that nobody opened, which is told and closed, as one that blocks would hold
 * everything; and an internal error in the log. Looks several times a second until {@link #close()}; for the UI thread.
 */
final class Surprises implements AutoCloseable {

    private static final int EVERY = (int) Duration.ofMillis(200).toMillis();
    private static final int TOLD = 300;

    private final List<String> found = new CopyOnWriteArrayList<>();
    private final TreeSet<String> logged = new TreeSet<>();
    private String picture = "before the first picture";
    private int expected;
    private boolean closed;

    Surprises() {
        look();
    }

    /** From here on what comes is told of this picture. */
    void at(String name) {
        errors();
        picture = name;
    }

    /** While {@code work} is done a dialog may stand open. */
    void expecting(Runnable work) {
        expected++;
        try {
            work.run();
        } finally {
            expected--;
        }
    }

    /** Something else that went wrong. */
    void add(String problem) {
        found.add(picture + ": " + problem);
    }

    /** One line each: the picture and what is wrong with it. */
    List<String> found() {
        errors();
        return List.copyOf(found);
    }

    private void look() {
        if (closed) {
            return;
        }
        Arrays.stream(Ui.display().getShells()).filter(Shell::isVisible)
                .filter(shell -> shell != Ui.window().getShell()).skip(expected).forEach(this::tell);
        Ui.display().timerExec(EVERY, this::look);
    }

    private void tell(Shell dialog) {
        add("the dialog \"" + dialog.getText() + "\" stands open: " + text(dialog));
        dialog.close();
    }

    private static String text(Shell dialog) {
        String all = Ui.all(dialog, Control.class).stream().map(Surprises::text).filter(Objects::nonNull)
                .flatMap(text -> Stream.of(text.split("\\s+"))).collect(Collectors.joining(" ")).strip();
        return all.length() > TOLD ? all.substring(0, TOLD) + "…" : all;
    }

    private static String text(Control control) {
        return switch (control) {
            case Label label -> label.getText();
            case Link link -> link.getText();
            case Text text -> text.getText();
            case StyledText text -> text.getText();
            default -> null;
        };
    }

    private void errors() {
        ErrorLog.errors().stream().filter(logged::add).forEach(error -> add("an error was logged: " + error));
    }

    @Override
    public void close() {
        closed = true;
    }
}
