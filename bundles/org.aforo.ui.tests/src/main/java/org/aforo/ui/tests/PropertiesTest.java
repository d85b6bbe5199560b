package org.aforo.ui.tests;

import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Properties view: how it tells of what is selected. */
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

    @Test
    void labelsBeginWithACapitalAndTimesAreReadable() {
        Ui.until("what is selected", () -> cells(1).contains(STREAM));
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
