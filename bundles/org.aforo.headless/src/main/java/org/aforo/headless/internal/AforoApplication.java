package org.aforo.headless.internal;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** The headless product's application: {@code org.aforo.headless.app}. */
public final class AforoApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        System.out.println("ok");
        return EXIT_OK;
    }

    @Override
    public void stop() {
        // nothing is held yet
    }
}
