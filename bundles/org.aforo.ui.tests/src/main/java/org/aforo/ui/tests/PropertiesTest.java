package org.aforo.ui.tests;

import java.util.Arrays;
import java.util.List;

import org.aforo.client.LiveResource;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Properties view: what it tells of what is selected, wherever that is. */
class PropertiesTest {

    private static final String PROPERTIES = "org.eclipse.ui.views.PropertySheet";
    private static final String STREAM = "properties-test";

    private static final String OTHER = "properties-other";

    private final LiveBench bench = LiveBench.embedded();
    private LiveResource other;

    @BeforeEach
    void selectAStream() {
        bench.stream(STREAM, 2);
        other = bench.stream(OTHER, 1);
        LiveBench.select(STREAM);
    }

    @AfterEach
    void delete() {
        bench.delete(STREAM);
        bench.delete(OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources", "throughput", "buffers", "flow", "records", "events"})
    void tellsOfWhatIsSelectedInTheViewBeforeIt(String before) {
        Ui.page().hideView(Ui.show(PROPERTIES));
        IViewPart view = Ui.show("org.aforo.ui." + before);
        String selected = selectAnother(view);

        Ui.show(PROPERTIES);
        Ui.until("its name when opened", () -> tells(selected));

        Ui.show("org.aforo.ui.scenarios"); // takes its place
        Ui.show("org.aforo.ui." + before);
        Ui.show(PROPERTIES);
        Ui.until("its name when shown again", () -> tells(selected));
    }

    /** Charts select nothing: what is selected in the tree is meant. */
    private String selectAnother(IViewPart view) {
        ISelectionProvider provider = view.getSite().getSelectionProvider();
        if (provider == null) {
            return STREAM;
        }
        provider.setSelection(new StructuredSelection(other));
        Ui.settle();
        return other.state().name();
    }

    private static boolean tells(String name) {
        return cells(0).contains("Name") && cells(1).contains(name);
    }

    @Test
    void labelsBeginWithACapitalAndTimesAreReadable() {
        Ui.show(PROPERTIES);
        Ui.until("what is selected", () -> cells(1).contains(STREAM));
        Ui.until("labels", () -> cells(0).containsAll(List.of("Name", "Open shards", "Created"))
                && cells(0).stream().allMatch(label -> Character.isUpperCase(label.charAt(0))));
        Ui.until("a time", () -> cells(1).stream().anyMatch(cell -> cell.endsWith(" UTC")));
    }

    /** Of the tab in front. */
    private static List<String> cells(int column) {
        return Ui.all(Ui.control(Ui.page().findView(PROPERTIES)), Table.class).stream().filter(Table::isVisible)
                .flatMap(table -> Arrays.stream(table.getItems())).map(item -> item.getText(column)).toList();
    }
}
