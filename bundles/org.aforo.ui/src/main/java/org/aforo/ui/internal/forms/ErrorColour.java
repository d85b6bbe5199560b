package org.aforo.ui.internal.forms;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.widgets.Control;

/** The theme's colour for errors, on words that are one at times; followed when the theme changes. */
public final class ErrorColour {

    private static final String BAD = "org.aforo.bad";

    private ErrorColour() {
    }

    /** Keeps a widget in the right colour as long as it lives. Before {@link #set}. */
    public static void follow(Control control) {
        ColorRegistry colours = JFaceResources.getColorRegistry();
        // the theme's style sheet is applied after its colours are told
        IPropertyChangeListener listener = change -> control.getDisplay().asyncExec(() -> apply(control));
        colours.addListener(listener);
        control.addDisposeListener(gone -> colours.removeListener(listener));
    }

    /** Says whether what the widget tells now is an error. */
    public static void set(Control control, boolean bad) {
        control.setData(BAD, bad);
        // as its surroundings have it: the system's own colour isn't the theme's
        control.setForeground(control.getParent().getForeground());
        apply(control);
    }

    private static void apply(Control control) {
        if (!control.isDisposed() && Boolean.TRUE.equals(control.getData(BAD))) {
            control.setForeground(JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR));
        }
    }
}
