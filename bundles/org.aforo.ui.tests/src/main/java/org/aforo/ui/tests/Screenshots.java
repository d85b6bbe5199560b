package org.aforo.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Connections;
import org.aforo.client.LiveResource;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;

/**
 * Makes the pictures of the documentation, where the system property {@value #FOLDER} names a folder for them: runs
 * the lab on the embedded bench, shows each view and wizard in both themes, in the language that the workbench was
 * started in, and closes the workbench. Files are named {@code VIEW-THEME-LANGUAGE.png}.
 */
public final class Screenshots implements IStartup {

    private static final String FOLDER = "aforo.screenshots";
    private static final String RESOURCES = "org.aforo.ui.resources";
    private static final Duration FILL = Duration.ofSeconds(25);
    private static final Duration PAINT = Duration.ofMillis(1500);
    private static final double RATE = 400;
    private static final double SCALE = 10;

    private static final Map<String, String> VIEWS = new LinkedHashMap<>();
    private static final Map<String, String> WIZARDS = Map.of("wizard-stream", "kinesis/stream/create/CreateStream",
            "wizard-delivery-stream", "firehose/delivery-stream/create/CreateDeliveryStream");

    static {
        for (String view : List.of("resources", "throughput", "buffers", "flow", "records", "events", "scenarios",
                "plugins", "console")) {
            VIEWS.put(view, "org.aforo.ui." + view);
        }
        VIEWS.put("properties", "org.eclipse.ui.views.PropertySheet");
    }

    @Override
    public void earlyStartup() {
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> take(Path.of(folder)));
        }
    }

    private static void take(Path folder) {
        try {
            Files.createDirectories(folder);
            BenchConnection bench = bench();
            fill(bench);
            String language = Platform.getNL().substring(0, 2);
            for (String theme : List.of("light", "dark")) {
                Ui.run("org.aforo.ui.app.theme", "org.aforo.ui.app.theme.name", theme);
                pictures(bench, folder, "-" + theme + "-" + language + ".png");
            }
        } catch (IOException | AssertionError e) {
            System.err.println("aforo: " + e.getMessage());
            e.printStackTrace();
        } finally {
            PlatformUI.getWorkbench().close();
        }
    }

    private static BenchConnection bench() {
        BenchConnection bench = Ui.await("the embedded bench", () -> Connections.shared().all().stream()
                .filter(BenchConnection::embedded).findFirst().orElse(null));
        Ui.until("the connection", () -> bench.state() == BenchConnection.State.LIVE);
        return bench;
    }

    private static void fill(BenchConnection bench) throws BenchException {
        Lab lab = new Lab(bench);
        lab.build();
        lab.clock(SCALE);
        Ui.until("the delivery streams are active", () -> bench.resources().stream()
                .filter(r -> r.state().kind().equals("delivery-stream") && r.state().state().equals("ACTIVE"))
                .count() == 2);
        lab.flow(RATE / SCALE);
        select(bench);
        VIEWS.values().forEach(Ui::show);
        Ui.pump(FILL);
    }

    /** The delivery streams, as a click on them in <em>Resources</em> would. */
    private static void select(BenchConnection bench) {
        List<LiveResource> streams = bench.resources().stream().filter(r -> r.state().kind().equals("delivery-stream"))
                .toList();
        IViewPart resources = Ui.show(RESOURCES);
        resources.getSite().getSelectionProvider().setSelection(new StructuredSelection(streams));
        Ui.settle();
    }

    private static void pictures(BenchConnection bench, Path folder, String suffix) {
        Shell window = Ui.window().getShell();
        VIEWS.values().forEach(Ui::show);
        for (String front : List.of("records", "throughput", "buffers", "resources")) {
            Ui.show(VIEWS.get(front));
        }
        select(bench);
        Ui.pump(PAINT);
        Ui.capture(window, folder.resolve("workbench" + suffix));
        VIEWS.forEach((name, id) -> view(id, folder.resolve(name + suffix)));
        WIZARDS.forEach((name, action) -> wizard(action, folder.resolve(name + suffix)));
    }

    /** A view as large as the window. */
    private static void view(String id, Path file) {
        IViewPart view = Ui.show(id);
        Ui.page().toggleZoom(Ui.page().getReference(view));
        Ui.pump(PAINT);
        Ui.capture(Ui.control(view).getParent(), file);
        Ui.page().toggleZoom(Ui.page().getReference(view));
        Ui.settle();
    }

    private static void wizard(String action, Path file) {
        Ui.show(RESOURCES);
        Ui.dialog(() -> Ui.run("org.aforo.ui.wizards.new", "org.aforo.ui.wizards.new.action", action), shell -> {
            Ui.pump(PAINT);
            Ui.capture(shell, file);
            shell.close();
        });
    }
}
