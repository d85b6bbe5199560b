package org.aforo.ui.tests;

import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Properties view: what it tells of, whichever view was looked at before. */
class PropertiesTest {

    private static final String PROPERTIES = "org.eclipse.ui.views.PropertySheet";
    private static final String STREAM = "properties-test";

    private final LiveBench bench = LiveBench.embedded();

    @BeforeEach
    void selectAStream() {
        bench.stream(STREAM, 2);
        LiveBench.select(STREAM);
    }

    @AfterEach
    void delete() {
        bench.delete(STREAM);
    }

    /** Records and events are in the same folder, which hides them when Properties is shown. */
    @ParameterizedTest
    @ValueSource(strings = {"org.aforo.ui.resources", "org.aforo.ui.records", "org.aforo.ui.events",
            "org.aforo.ui.scenarios", "org.aforo.ui.plugins", "org.aforo.ui.flow"})
    void tellsOfWhatIsSelectedAfterEachView(String before) {
        Ui.page().hideView(Ui.page().findView(PROPERTIES));
        Ui.show(before);

        Ui.until("its name", () -> cells(0).contains("Name") && cells(1).contains(STREAM));
    }

    @Test
    void labelsBeginWithACapitalAndTimesAreReadable() {
        Ui.until("labels", () -> cells(0).containsAll(List.of("Name", "Open shards", "Created"))
                && cells(0).stream().allMatch(label -> Character.isUpperCase(label.charAt(0))));
        Ui.until("a time", () -> cells(1).stream().anyMatch(cell -> cell.endsWith(" UTC")));
    }

    /** Of the tab in front. */
    private static List<String> cells(int column) {
        return Ui.all(Ui.control(Ui.show(PROPERTIES)), Table.class).stream().filter(Table::isVisible)
                .flatMap(table -> Arrays.stream(table.getItems())).map(item -> item.getText(column)).toList();
    }
}
