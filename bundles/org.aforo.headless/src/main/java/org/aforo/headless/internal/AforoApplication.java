package org.aforo.headless.internal;

import org.aforo.headless.internal.cli.Aforo;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** The headless product's application, {@code org.aforo.headless.app}: runs one command of the command line. */
public final class AforoApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        BundleContext bundles = FrameworkUtil.getBundle(AforoApplication.class).getBundleContext();
        return Aforo.execute(new Runtime(bundles), arguments);
    }

    @Override
    public void stop() {
        // The command that runs ends by itself or with the process.
    }
}
