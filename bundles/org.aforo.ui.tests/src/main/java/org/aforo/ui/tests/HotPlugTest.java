package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.aforo.client.BenchConnection;
import org.aforo.client.LiveResource;
import org.aforo.ui.charts.LiveChart;
import org.aforo.ui.charts.Series;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the workbench open and load running, a service is plugged in, seen, and taken out again. */
class HotPlugTest {

    private static final String HELLO = "org.aforo.example.hello";
    private static final String GREETINGS = "arn:aws:hello:" + TickerBench.ACCOUNT + "greetings";
    private static final String WIZARD = "New greeting\u2026";
    private static final String STREAM = "arn:aws:kinesis:" + TickerBench.ACCOUNT + "stream/hot-plug";

    @AfterEach
    void nothingStays() {
        TickerBench.send("/reset", "{}");
    }

    @Test
    void aServiceComesAndGoesWhileLoadRuns() throws IOException {
        BenchConnection bench = TickerBench.bench();
        TickerBench.call("kinesis", "CreateStream", "{'StreamName':'hot-plug','ShardCount':1}");
        LiveResource stream = TickerBench.active(STREAM);
        TickerBench.tick(stream, 200);
        Composite flow = Ui.control(Ui.show("org.aforo.ui.flow"));
        Ui.run("org.aforo.ui.flow.table");
        Table nodes = Ui.find(flow, Table.class, Table::isVisible);
        Tree resources = Ui.find(Ui.control(Ui.show("org.aforo.ui.resources")), Tree.class, found -> true);
        Tree plugins = Ui.find(Ui.control(Ui.show(PluginsViewTest.VIEW)), Tree.class, found -> true);
        List<Shell> shells = List.of(Ui.display().getShells());
        List<String> errors = ErrorLog.errors();

        Ui.run(PluginsViewTest.VIEW + ".add", "file", hello().toString());

        LiveResource greetings = Ui.await("the resource", () -> bench.resource(GREETINGS).orElse(null));
        TreeItem bundle = Ui.await("the bundle", () -> PluginsViewTest.find(plugins, HELLO));
        Ui.until("its service", () -> PluginsViewTest.find(plugins, "Hello") != null);
        Ui.until("its node in the flow", () -> names(nodes).contains("greetings"));
        Ui.until("its line in the resources", () -> PluginsViewTest.find(resources, "Hello") != null);
        Composite records = Ui.control(TickerBench.showIn("org.aforo.ui.records", greetings));
        Ui.until("why there are no records to see", () -> Ui.all(records, Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("There are no records to look at in " + GREETINGS)));
        LiveChart chart = Ui.all(Ui.control(TickerBench.showIn("org.aforo.ui.throughput", greetings)), LiveChart.class)
                .getFirst();
        greet();
        Ui.until("the greeting in the chart", () -> line(chart) != null && line(chart).peak() > 0);

        Ui.show(PluginsViewTest.VIEW);
        plugins.setSelection(bundle);
        plugins.notifyListeners(SWT.Selection, new Event());
        long before = stream.state().in().records();
        Ui.dialog(() -> Ui.run(PluginsViewTest.VIEW + ".remove"), sure -> Ui.click(
                Ui.named(sure, Button.class, IDialogConstants.YES_LABEL.replace("&", ""))));

        Ui.until("its bundle to go", () -> PluginsViewTest.find(plugins, HELLO) == null);
        Ui.until("its resource to go", () -> bench.resource(GREETINGS).isEmpty() && greetings.gone());
        Ui.until("its wizard to go", () -> !wizards().contains(WIZARD));
        Ui.show("org.aforo.ui.throughput");
        Ui.until("its line to go", () -> line(chart) == null);
        Ui.show("org.aforo.ui.flow"); // a view that isn't seen rests
        Ui.until("its node to go", () -> !names(nodes).contains("greetings"));
        Ui.until("the load to go on", () -> stream.state().in().records() > before + 100);
        assertThat(ErrorLog.errors()).isEqualTo(errors);
        assertThat(Arrays.stream(Ui.display().getShells()).filter(Shell::isVisible).toList())
                .allMatch(shells::contains);
        Ui.show("org.aforo.ui.flow");
        Ui.run("org.aforo.ui.flow.table");
    }

    /** By the service's own wizard, which stands in the menu by its title. */
    private static void greet() {
        Ui.until("the wizard in the menu", () -> wizards().contains(WIZARD));
        Ui.show("org.aforo.ui.resources");
        Ui.dialog(() -> Ui.run("org.aforo.ui.wizards.new", "org.aforo.ui.wizards.new.action",
                "hello/greetings/create/Greet"), wizard -> {
                    Ui.type(Ui.named(wizard, Text.class, "Name"), "Luis");
                    Button finish = Ui.named(wizard, Button.class, "Finish");
                    Ui.until("Finish", finish::isEnabled);
                    Ui.click(finish);
                });
    }

    /** What <em>Bench, New</em> offers. */
    private static List<String> wizards() {
        Menu make = open(open(Ui.window().getShell().getMenuBar(), "Bench"), "New");
        List<String> titles = Arrays.stream(make.getItems()).map(MenuItem::getText).toList();
        make.notifyListeners(SWT.Hide, new Event());
        make.getParentMenu().notifyListeners(SWT.Hide, new Event());
        return titles;
    }

    private static Menu open(Menu bar, String title) {
        Menu menu = Arrays.stream(bar.getItems()).filter(item -> item.getText().replace("&", "").equals(title))
                .findFirst().orElseThrow(() -> new AssertionError("no menu " + title)).getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        return menu;
    }

    private static Series line(LiveChart chart) {
        return chart.snapshot().data().series().stream().filter(line -> line.id().endsWith(GREETINGS + " RECORDS_IN"))
                .findFirst().orElse(null);
    }

    private static List<String> names(Table table) {
        return Arrays.stream(table.getItems()).map(item -> item.getText(0)).toList();
    }

    private static Path hello() throws IOException {
        Path built = Path.of(System.getProperty("aforo.sources"), "bundles", HELLO, "target");
        try (Stream<Path> files = Files.list(built)) {
            return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }
}
