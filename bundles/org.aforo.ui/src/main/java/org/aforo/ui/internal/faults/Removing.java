package org.aforo.ui.internal.faults;

import org.aforo.client.BenchConnection;
import org.aforo.client.Control;
import org.aforo.ui.BenchJob;
import org.aforo.ui.Notices;
import org.eclipse.osgi.util.NLS;

/** Takes faults away, in the background. */
final class Removing {

    private Removing() {
    }

    static void one(ActiveFault fault) {
        BenchJob.run(Messages.removing,
                monitor -> fault.connection().control().delete("/faults/" + Control.encode(fault.id())),
                answer -> ActiveFaults.shared().ask(fault.connection()));
    }

    static void all(BenchConnection bench) {
        BenchJob.run(Messages.clearing, monitor -> bench.control().delete("/faults"), answer -> {
            ActiveFaults.shared().ask(bench);
            Notices.done(Messages.cleared, NLS.bind(Messages.cleared_text, bench.name()));
        });
    }
}
