package org.aforo.ui.internal.faults;

import java.util.List;
import java.util.Set;

import org.aforo.client.BenchConnection;
import org.aforo.ui.BenchJob;
import org.aforo.ui.Notices;
import org.aforo.ui.internal.undo.Steering;
import org.eclipse.osgi.util.NLS;
import tools.jackson.databind.JsonNode;

/** Takes faults away, in the background, so that it can be undone. */
final class Removing {

    static final Steering FAULTS = new Steering("faults",
            Set.of("service", "operation", "resource", "effect", "rate", "seed", "lastsSeconds"),
            bench -> ActiveFaults.shared().ask(bench));

    private Removing() {
    }

    static void these(BenchConnection bench, List<ActiveFault> faults) {
        List<String> ids = faults.stream().map(ActiveFault::id).toList();
        BenchJob.<List<JsonNode>>run(Messages.removing,
                monitor -> FAULTS.remove(bench, fault -> ids.contains(fault.path("id").asString(""))),
                gone -> removed(Messages.removing, bench, gone));
    }

    static void all(BenchConnection bench) {
        BenchJob.<List<JsonNode>>run(Messages.clearing, monitor -> FAULTS.remove(bench, fault -> true), gone -> {
            removed(Messages.clearing, bench, gone);
            Notices.done(Messages.cleared, NLS.bind(Messages.cleared_text, bench.name()));
        });
    }

    private static void removed(String label, BenchConnection bench, List<JsonNode> gone) {
        FAULTS.removed(label, bench, gone);
        ActiveFaults.shared().ask(bench);
    }
}
