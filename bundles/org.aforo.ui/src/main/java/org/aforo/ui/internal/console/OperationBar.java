package org.aforo.ui.internal.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.aforo.ui.BenchJob;
import org.aforo.ui.internal.forms.Accessibles;
import org.aforo.ui.internal.wizards.ActionCatalog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import tools.jackson.databind.JsonNode;

/** Chooses a bench, one of its services, one of that one's operations; knows what there is by itself. */
final class OperationBar {

    private static final int MARGIN = 4;
    private static final int FIELD = 90;
    private static final int NARROW = 560;

    private final Composite box;
    private final Combo bench;
    private final Chooser service;
    private final Chooser operation;
    private final Runnable chosen;
    private final List<BenchConnection> benches = new ArrayList<>();
    private Map<String, List<String>> operations = Map.of();

    OperationBar(Composite parent, Runnable chosen) {
        this.chosen = chosen;
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).margins(MARGIN, MARGIN).applyTo(box);
        label(Messages.bench);
        bench = new Combo(box, SWT.READ_ONLY);
        Accessibles.name(bench, Messages.bench);
        bench.addListener(SWT.Selection, event -> ask());
        label(Messages.service);
        service = new Chooser(box, Messages.service, name -> serviceChosen());
        label(Messages.operation);
        operation = new Chooser(box, Messages.operation, name -> chosen.run());
        List.of(bench, service.text(), operation.text()).forEach(field -> GridDataFactory.fillDefaults()
                .grab(true, false).hint(FIELD, SWT.DEFAULT).applyTo(field));
        box.addListener(SWT.Resize, event -> fit());
        follow();
    }

    private void label(String text) {
        new Label(box, SWT.NONE).setText(text);
    }

    private void fit() {
        GridLayout layout = (GridLayout) box.getLayout();
        int columns = box.getSize().x < NARROW ? 2 : 6;
        if (layout.numColumns != columns) {
            layout.numColumns = columns;
            box.getParent().layout();
        }
    }

    private void follow() {
        Listening connections = Connections.shared().watch(() -> later(this::benches));
        Listening services = ActionCatalog.shared().listen(() -> later(this::ask));
        box.addDisposeListener(event -> {
            connections.close();
            services.close();
        });
        benches();
    }

    private void later(Runnable runnable) {
        if (!box.isDisposed()) {
            box.getDisplay().asyncExec(() -> {
                if (!box.isDisposed()) {
                    runnable.run();
                }
            });
        }
    }

    private void benches() {
        Optional<BenchConnection> before = bench();
        benches.clear();
        benches.addAll(Connections.shared().all());
        bench.setItems(benches.stream().map(BenchConnection::name).toArray(String[]::new));
        bench.select(Math.max(0, before.map(benches::indexOf).orElse(0)));
        ask();
    }

    private void ask() {
        Optional<BenchConnection> asked = bench();
        if (asked.isPresent() && asked.get().state() == BenchConnection.State.LIVE) {
            BenchJob.run(NLS.bind(Messages.asking, asked.get().name()), monitor -> asked.get().control().get("/api"),
                    answer -> later(() -> told(answer)));
        }
    }

    private void told(JsonNode answer) {
        Map<String, List<String>> now = new TreeMap<>();
        answer.path("services").properties().forEach(entry -> now.put(entry.getKey(),
                entry.getValue().valueStream().map(name -> name.asString("")).sorted().toList()));
        boolean missed = !service.value().isEmpty() && !operations.containsKey(service.value())
                && now.containsKey(service.value());
        operations = now;
        service.names(List.copyOf(now.keySet()));
        operation.names(now.getOrDefault(service.value(), List.of()));
        if (service.value().isEmpty() && !now.isEmpty()) {
            service.show(now.keySet().iterator().next());
            operation.names(now.get(service.value()));
        }
        if (missed) {
            chosen.run();
        }
    }

    private void serviceChosen() {
        operation.names(operations.getOrDefault(service.value(), List.of()));
        operation.show("");
        operation.text().setFocus();
        chosen.run();
    }

    /** Shows a choice, whether the bench has it or not, and tells of it. */
    void show(String chosenService, String chosenOperation) {
        service.show(chosenService);
        operation.names(operations.getOrDefault(chosenService, List.of()));
        operation.show(chosenOperation);
        chosen.run();
    }

    /** The bench that is chosen. */
    Optional<BenchConnection> bench() {
        int index = bench.getSelectionIndex();
        return index < 0 || index >= benches.size() ? Optional.empty() : Optional.of(benches.get(index));
    }

    String service() {
        return service.value();
    }

    /** Its name in the model, or empty. */
    String operation() {
        return operation.value();
    }

    Composite control() {
        return box;
    }

    /** Whether the next key would go to the choice of the operation. */
    boolean operationHasFocus() {
        return operation.text().isFocusControl();
    }

    void setFocus() {
        operation.text().setFocus();
    }
}
