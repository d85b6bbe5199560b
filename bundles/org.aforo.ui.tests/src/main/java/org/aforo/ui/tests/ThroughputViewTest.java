package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.imageio.ImageIO;

import org.aforo.client.LiveResource;
import org.aforo.ui.FollowedSelection;
import org.aforo.ui.charts.ChartSnapshot;
import org.aforo.ui.charts.LiveChart;
import org.aforo.ui.charts.Series;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Throughput view over a stream the ticker writes to. */
class ThroughputViewTest {

    private static final String VIEW = "org.aforo.ui.throughput";
    private static int made;

    /** Another one for each test: a chart may still show what is gone. */
    private final String name = "throughput-test-" + ++made;
    private final String arn = "arn:aws:kinesis:" + TickerBench.ACCOUNT + "stream/" + name;
    private LiveChart chart;
    private IViewPart view;

    @TempDir
    private Path folder;

    @BeforeEach
    void startTheTicker() {
        TickerBench.call("kinesis", "CreateStream", "{'StreamName':'" + name + "','ShardCount':1}");
        LiveResource stream = TickerBench.active(arn);
        TickerBench.tick(stream, 100);
        view = TickerBench.showIn(VIEW, stream);
        chart = Ui.all(Ui.control(view), LiveChart.class).getFirst();
        Ui.until("a line", () -> recordsIn() != null && recordsIn().peak() > 0);
    }

    @AfterEach
    void delete() {
        TickerBench.call("kinesis", "DeleteStream", "{'StreamName':'" + name + "'}");
        Ui.until("the stream to go", () -> TickerBench.bench().resource(arn).isEmpty());
    }

    private Series recordsIn() {
        return chart.snapshot().data().series().stream().filter(line -> line.id().endsWith(arn + " RECORDS_IN"))
                .findFirst().orElse(null);
    }

    @Test
    void itsToolBarAndItsMenuStandInOneLine() {
        List<Rectangle> bars = Ui.all(folder(Ui.control(view)).getTopRight(), ToolBar.class).stream()
                .filter(bar -> bar.isVisible() && bar.getItemCount() > 0)
                .map(bar -> bar.getDisplay().map(bar, null, new Rectangle(0, 0, bar.getSize().x, bar.getSize().y)))
                .toList();

        assertThat(bars).hasSizeGreaterThan(1).allSatisfy(bar -> assertThat(bar.y)
                .isLessThan(bars.stream().mapToInt(each -> each.y + each.height).min().orElseThrow()));
    }

    private static CTabFolder folder(Control part) {
        return part instanceof CTabFolder found ? found : folder(part.getParent());
    }

    @Test
    void whatItIsPinnedToIsThereAgainAfterARestart() {
        XMLMemento kept = XMLMemento.createWriteRoot("view");
        Ui.run(VIEW + ".pin");
        view.saveState(kept);
        Ui.run(VIEW + ".pin");
        kept.createChild("pinned", arn + "-later").putString("bench", "");

        FollowedSelection anew = new FollowedSelection(view, 8, () -> {
        });
        anew.restore(kept);

        assertThat(anew.pinned()).isTrue();
        assertThat(anew.resources()).extracting(LiveResource::arn).containsExactly(arn);
        TickerBench.call("kinesis", "CreateStream", "{'StreamName':'" + name + "-later','ShardCount':1}");
        Ui.until("what its bench didn't have yet", () -> anew.resources().size() == 2);
        anew.close();
        TickerBench.active(arn + "-later");
        TickerBench.call("kinesis", "DeleteStream", "{'StreamName':'" + name + "-later'}");
    }

    @Test
    void linesGrowWhileTheTickerRuns() {
        int before = recordsIn().line().millis().length;
        long last = recordsIn().line().millis()[before - 1];

        Ui.until("more points", () -> recordsIn().line().millis().length >= before + 4);

        Series line = recordsIn();
        assertThat(line.line().millis()[line.line().millis().length - 1]).isGreaterThan(last);
        assertThat(line.peak()).isBetween(50.0, 400.0);
    }

    @Test
    void aHeldChartStandsAndRunsOnAgain() {
        Ui.run(VIEW + ".pause");
        long to = chart.viewport().range().to();
        Ui.pump(Duration.ofMillis(600));

        assertThat(chart.viewport().range().to()).isEqualTo(to);

        Ui.run(VIEW + ".pause");
        assertThat(chart.viewport().range().to()).isGreaterThan(to);
    }

    @Test
    void theTableTellsWhatTheChartShows() {
        Ui.run(VIEW + ".table");
        try {
            Table table = Ui.find(chart, Table.class, found -> found.isVisible() && found.getItemCount() > 3);

            assertThat(table.getColumn(1).getText()).startsWith(name);
            assertThat(table.getItem(0).getText(1)).isNotEmpty();
        } finally {
            Ui.run(VIEW + ".table");
        }
    }

    @Test
    void aLineIsSwitchedOffInTheLegend() {
        Table legend = Ui.find(chart, Table.class, table -> (table.getStyle() & SWT.CHECK) != 0);
        Ui.until("the legend", () -> legend.getItem(0).getText().startsWith(name));
        TableItem first = legend.getItem(0);
        first.setChecked(false);
        Event event = new Event();
        event.item = first;
        event.detail = SWT.CHECK;
        legend.notifyListeners(SWT.Selection, event);

        assertThat(exported("csv")).doesNotContain(first.getText() + " (");

        first.setChecked(true);
        legend.notifyListeners(SWT.Selection, event);
        assertThat(exported("csv")).contains(first.getText() + " (");
    }

    @Test
    void picturesAreExportedInTheSizeAskedFor() throws IOException {
        Path file = folder.resolve("chart.png");
        ChartSnapshot snapshot = chart.snapshot();

        write(() -> snapshot.writePng(file, 1280, 720, 100));

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1280, 720);
    }

    @Test
    void staysWithWhatItIsPinnedTo() {
        Ui.run(VIEW + ".pin");
        try {
            IViewPart resources = Ui.show("org.aforo.ui.resources");
            resources.getSite().getSelectionProvider().setSelection(new StructuredSelection(TickerBench.bench()));
            Ui.pump(Duration.ofMillis(800));

            assertThat(recordsIn()).isNotNull();
        } finally {
            Ui.show(VIEW);
            Ui.run(VIEW + ".pin");
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    private String exported(String extension) {
        Path file = folder.resolve("values." + extension);
        ChartSnapshot snapshot = chart.snapshot();
        try {
            write(() -> snapshot.writeCsv(file));
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(Writing writing) {
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
            try {
                writing.write();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Ui.until("the file", written::isDone);
        written.join();
    }
}
