package org.aforo.ui.internal.forms;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** What a screen reader is told of a widget. */
public final class Accessibles {

    /** Where a widget's name is found by whoever drives the workbench. */
    private static final String NAME = "org.aforo.name";
    private static final String DESCRIPTION = "org.aforo.description";

    private Accessibles() {
    }

    /** Its name. */
    public static void name(Control control, String name) {
        control.setData(NAME, name);
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
