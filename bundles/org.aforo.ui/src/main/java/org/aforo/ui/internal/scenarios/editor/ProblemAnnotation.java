package org.aforo.ui.internal.scenarios.editor;

import org.eclipse.jface.text.source.Annotation;

/** Something that is wrong with a scenario; drawn as the platform's editors draw errors. */
final class ProblemAnnotation extends Annotation {

    private static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";

    private final int line;

    /** @param line from 1 */
    ProblemAnnotation(int line, String text) {
        super(ERROR, false, text);
        this.line = line;
    }

    int line() {
        return line;
    }
}
