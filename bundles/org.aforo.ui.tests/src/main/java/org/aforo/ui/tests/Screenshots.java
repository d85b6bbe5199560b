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
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;

/**
 * Makes the pictures of the documentation, where the system property {@value #FOLDER} names a folder for them: runs
 * the lab on the embedded bench, shows each view and wizard in both themes, in the language that the workbench was
 * started in, and closes the workbench. Files are named {@code VIEW-THEME-LANGUAGE.png}. What shouldn't be in them is
 * told; see {@link Surprises}.
 */
public final class Screenshots implements IStartup {

    private static final String FOLDER = "aforo.screenshots";
    private static final String RESOURCES = "org.aforo.ui.resources";
    private static final Duration FILL = Duration.ofSeconds(45);
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

    private final Path folder;
    private final Surprises surprises;

    /** For the extension point. */
    public Screenshots() {
        this(null, null);
    }

    private Screenshots(Path folder, Surprises surprises) {
        this.folder = folder;
        this.surprises = surprises;
    }

    @Override
    public void earlyStartup() {
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> take(Path.of(folder)));
        }
    }

    private static void take(Path folder) {
        Surprises surprises = new Surprises();
        try (surprises) {
            Files.createDirectories(folder);
            new Screenshots(folder, surprises).take();
        } catch (IOException | RuntimeException | AssertionError e) { // of a view as well: it is told, and ends this
            surprises.add(told(e));
        } finally {
            tell(surprises.found());
            PlatformUI.getWorkbench().close();
        }
    }

    /** In one line; why, where that is known. */
    private static String told(Throwable failure) {
        Throwable cause = failure instanceof SWTException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.toString().lines().findFirst().orElse("");
    }

    /**
     * On standard error, and into a file {@code problems} in the workspace, for the command that started this. It is
     * there, and empty, when all went well.
     */
    private static void tell(List<String> problems) {
        problems.forEach(problem -> System.err.println("aforo: " + problem));
        try {
            Files.write(Platform.getLocation().toPath().resolve("problems"), problems);
        } catch (IOException e) {
            System.err.println("aforo: " + e);
        }
    }

    private void take() throws IOException {
        try {
            BenchConnection bench = bench();
            fill(bench);
            String language = Platform.getNL().substring(0, 2);
            for (String theme : List.of("light", "dark")) {
                Ui.run("org.aforo.ui.app.theme", "org.aforo.ui.app.theme.name", theme);
                pictures(bench, "-" + theme + "-" + language + ".png");
            }
        } catch (BenchException e) {
            throw new IOException(e);
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
        select(bench, 2);
        VIEWS.values().forEach(Ui::show);
        for (String chart : List.of("throughput", "buffers")) {
            Ui.show(VIEWS.get(chart));
            Ui.run(VIEWS.get(chart) + ".shorter"); // than what it has data for
        }
        call();
        Ui.pump(FILL);
    }

    /** Calls an operation by the console. */
    private static void call() {
        Composite console = Ui.control(Ui.show(VIEWS.get("console")));
        for (String name : List.of("kinesis", "DescribeStreamSummary")) {
            Text chooser = Ui.all(console, Text.class).get(name.equals("kinesis") ? 0 : 1);
            Ui.until(name, () -> {
                chooser.setText(name);
                chooser.notifyListeners(SWT.DefaultSelection, new Event());
                return chooser.getText().equals(name);
            });
        }
        Ui.type(Ui.find(Ui.find(console, CTabFolder.class, any -> true), Text.class, any -> true), "cotizaciones");
        Ui.run(VIEWS.get("console") + ".call");
    }

    /** The delivery streams, as a click on them in <em>Resources</em> would. */
    private static void select(BenchConnection bench, int most) {
        List<LiveResource> streams = bench.resources().stream().filter(r -> r.state().kind().equals("delivery-stream"))
                .limit(most).toList();
        IViewPart resources = Ui.show(RESOURCES);
        resources.getSite().getSelectionProvider().setSelection(new StructuredSelection(streams));
        Ui.settle();
    }

    private void pictures(BenchConnection bench, String suffix) {
        surprises.at("workbench" + suffix);
        Shell window = Ui.window().getShell();
        VIEWS.values().forEach(Ui::show);
        for (String front : List.of("records", "throughput", "buffers", "resources")) {
            Ui.show(VIEWS.get(front));
        }
        select(bench, 2);
        Ui.pump(PAINT);
        Ui.capture(window, folder.resolve("workbench" + suffix));
        VIEWS.forEach((name, id) -> {
            select(bench, name.equals("properties") ? 1 : 2);
            view(id, name + suffix);
        });
        WIZARDS.forEach((name, action) -> surprises.expecting(() -> wizard(action, name + suffix)));
    }

    /** A view as large as the window. */
    private void view(String id, String picture) {
        surprises.at(picture);
        IViewPart view = Ui.show(id);
        Ui.page().toggleZoom(Ui.page().getReference(view));
        Ui.pump(PAINT);
        Ui.capture(Ui.control(view).getParent(), folder.resolve(picture));
        Ui.page().toggleZoom(Ui.page().getReference(view));
        Ui.settle();
    }

    private void wizard(String action, String picture) {
        surprises.at(picture);
        Ui.show(RESOURCES);
        Ui.dialog(() -> Ui.run("org.aforo.ui.wizards.new", "org.aforo.ui.wizards.new.action", action), shell -> {
            Ui.pump(PAINT);
            Ui.capture(shell, folder.resolve(picture));
            shell.close();
        });
    }
}
