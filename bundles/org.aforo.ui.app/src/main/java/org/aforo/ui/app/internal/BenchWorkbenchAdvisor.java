package org.aforo.ui.app.internal;

import java.net.URI;

import org.aforo.client.Connections;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.osgi.framework.FrameworkUtil;

/** The workbench's life: benches come up with its first window and go with its last. */
final class BenchWorkbenchAdvisor extends WorkbenchAdvisor {

    private final Arguments arguments;
    private EmbeddedBench bench;

    BenchWorkbenchAdvisor(Arguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        Themes.leaveRows(configurer.getWorkbench().getDisplay());
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new BenchWindowAdvisor(configurer);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return BenchPerspective.ID;
    }

    @Override
    public void postStartup() {
        Themes.follow();
        for (URI endpoint : arguments.attach()) {
            Connections.shared().connect(endpoint.getAuthority(), endpoint, false);
        }
        if (arguments.embedded()) {
            bench = new EmbeddedBench(FrameworkUtil.getBundle(EmbeddedBench.class).getBundleContext());
            bench.start();
        }
    }

    @Override
    public void postShutdown() {
        Connections.shared().close();
        if (bench != null) {
            bench.close();
        }
    }
}
