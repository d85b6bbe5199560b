package org.aforo.ui.internal.forms;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** What a screen reader is told of a widget. */
public final class Accessibles {

    private static final String DESCRIPTION = Accessibles.class.getName();

    private Accessibles() {
    }

    /** Its name. */
    public static void name(Control control, String name) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = (String) control.getData(DESCRIPTION);
            }
        });
    }

    /** What is to be said besides its name; for one that was given a name. */
    static void description(Control control, String text) {
        control.setData(DESCRIPTION, text);
    }
}
