package org.aforo.ui.internal.scenarios;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** Tells a screen reader what a control without a label of its own is. */
public final class NamedControl extends AccessibleAdapter {

    private final String name;

    public NamedControl(String name) {
        this.name = name;
    }

    @Override
    public void getName(AccessibleEvent event) {
        event.result = name;
    }
}
