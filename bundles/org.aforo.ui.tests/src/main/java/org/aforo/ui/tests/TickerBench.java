package org.aforo.ui.tests;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Connections;
import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import tools.jackson.databind.node.ObjectNode;

/** The workbench's own bench, with demo data on it, as tests of live views want it. */
final class TickerBench {

    static final String ACCOUNT = "us-east-1:000000000000:";

    private TickerBench() {
    }

    static BenchConnection bench() {
        BenchConnection bench = Ui.await("the embedded bench", () -> Connections.shared().all().stream()
                .filter(BenchConnection::embedded).findFirst().orElse(null));
        Ui.until("the connection", () -> bench.state() == BenchConnection.State.LIVE);
        return bench;
    }

    /** Calls an operation with JSON in which ' stands for ". */
    static void call(String service, String operation, String input) {
        send("/api/" + service + "/" + operation, input);
    }

    static void send(String path, String body) {
        try {
            bench().control().post(path, json(body));
        } catch (BenchException e) {
            throw new AssertionError(path + ": " + e.getMessage(), e);
        }
    }

    /** Lets the clock run so many times as fast as real time; 0 stops it. */
    static void clock(double scale) {
        try {
            bench().control().put("/clock", json("{'scale':" + scale + "}"));
        } catch (BenchException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Control.JSON.readTree(text.replace('\'', '"'));
    }

    /** A resource, once it is there and {@code ACTIVE}. */
    static LiveResource active(String arn) {
        return Ui.await(arn, () -> bench().resource(arn)
                .filter(resource -> resource.state().state().equals("ACTIVE")).orElse(null));
    }

    /** Puts demo data into a resource, for good. */
    static void tick(LiveResource resource, int perSecond) {
        send("/producers", "{'arn':'" + resource.arn() + "','rate':" + perSecond + ",'payload':'ticker','keys':20}");
    }

    /** Opens a view on resources, as <em>Show In</em> does. */
    static IViewPart showIn(String view, LiveResource... resources) {
        IViewPart part = Ui.show(view);
        IShowInTarget target = Adapters.adapt(part, IShowInTarget.class);
        if (!target.show(new ShowInContext(null, new StructuredSelection(resources)))) {
            throw new AssertionError(view + " does not show resources");
        }
        return part;
    }
}
