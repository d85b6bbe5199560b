package org.aforo.ui.internal.scenarios.editor;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.aforo.scenario.ScenarioException.Problem;
import org.aforo.scenario.ScenarioFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.swt.widgets.Display;

/** Checks the text in the background once typing pauses, and marks what is wrong with it. */
final class Checker {

    private static final int PAUSE_MILLIS = 350;

    private final Path folder;
    private final IAnnotationModel model;
    private final Consumer<List<Problem>> then;
    private final Job job;
    private volatile String text = "";
    private volatile boolean closed;
    private List<Annotation> marks = List.of();
    private IDocument document;

    /** @param then is given the problems, on the UI thread */
    Checker(Path folder, IAnnotationModel model, Consumer<List<Problem>> then) {
        this.folder = folder;
        this.model = model;
        this.then = then;
        this.job = new Job(Messages.checking) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                check();
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
    }

    /** Checks the document as it is now, soon. On the UI thread. */
    void request(IDocument changed) {
        document = changed;
        text = changed.get();
        job.cancel();
        job.schedule(PAUSE_MILLIS);
    }

    private void check() {
        String checked = text;
        List<Problem> problems = ScenarioFile.check(checked, folder);
        Display.getDefault().asyncExec(() -> {
            if (!closed && checked.equals(text)) {
                mark(problems);
                then.accept(problems);
            }
        });
    }

    private void mark(List<Problem> problems) {
        Map<Annotation, Position> fresh = new HashMap<>();
        problems.forEach(problem -> fresh.put(new ProblemAnnotation(problem.line(), problem.text()), at(problem)));
        ((IAnnotationModelExtension) model).replaceAnnotations(marks.toArray(Annotation[]::new), fresh);
        marks = List.copyOf(fresh.keySet());
    }

    /** From the column to the end of the word or, where there is none, of the line. */
    private Position at(Problem problem) {
        try {
            int number = Math.clamp(problem.line() - 1L, 0, document.getNumberOfLines() - 1);
            IRegion line = document.getLineInformation(number);
            String content = document.get(line.getOffset(), line.getLength());
            int from = Math.clamp(problem.column() - 1L, 0, content.length());
            if (problem.column() < 1 || from == content.length()) {
                from = content.length() - content.stripLeading().length();
            }
            int to = from;
            while (to < content.length() && " ,]}:#".indexOf(content.charAt(to)) < 0) {
                to++;
            }
            return new Position(line.getOffset() + from, to > from ? to - from : content.length() - from);
        } catch (BadLocationException e) {
            return new Position(0, 0);
        }
    }

    void close() {
        closed = true;
        job.cancel();
    }
}
