package org.aforo.ui.internal.wizards;

import org.eclipse.ui.IStartup;

/** Has the benches asked what they offer before a menu needs it. */
public final class Startup implements IStartup {

    @Override
    public void earlyStartup() {
        ActionCatalog.shared();
    }
}
