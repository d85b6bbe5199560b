package org.aforo.ui.internal.scenarios.editor;

/** Goes to the problem above the caret, from the first one to the last. */
public final class PreviousProblemHandler extends NextProblemHandler {

    @Override
    boolean forward() {
        return false;
    }
}
