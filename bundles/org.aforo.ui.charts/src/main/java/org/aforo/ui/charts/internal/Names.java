package org.aforo.ui.charts.internal;

import java.util.function.Supplier;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** Gives a control a name and a description for screen readers. */
final class Names {

    private Names() {
    }

    static AccessibleAdapter named(Supplier<String> name, Supplier<String> description) {
        return new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name.get();
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = description.get();
            }

            @Override
            public void getHelp(AccessibleEvent event) {
                event.result = description.get();
            }
        };
    }
}
