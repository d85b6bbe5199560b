package org.aforo.ui.internal.properties;

import java.util.ArrayList;
import java.util.List;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchConnection.ServiceView;
import org.aforo.client.LiveResource;
import org.aforo.client.ResourceState;
import org.aforo.ui.internal.faults.ActiveFault;
import org.aforo.ui.internal.faults.ActiveFaults;
import org.aforo.ui.internal.producers.Producer;
import org.aforo.ui.internal.producers.Producers;
import org.aforo.ui.internal.resources.Accessibles;
import org.aforo.ui.internal.resources.Commands;
import org.aforo.ui.internal.resources.Figures;
import org.aforo.ui.internal.resources.RevealHandler;
import org.aforo.ui.internal.resources.States;
import org.aforo.ui.internal.wizards.ActionCatalog;
import org.aforo.ui.internal.wizards.BenchAction;
import org.eclipse.core.commands.Command;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;

/** What a resource, a service or a connection is: names, state, attributes; a way to change it. */
public final class GeneralSection extends LiveSection {

    private static final String UPDATE = "org.aforo.ui.wizards.update";

    private Button edit;

    @Override
    String name() {
        return Messages.general_name;
    }

    @Override
    List<Column> columns() {
        return List.of(new Column(Messages.column_property, 190), new Column(Messages.column_value, 480));
    }

    @Override
    void more(Composite parent) {
        edit = getWidgetFactory().createButton(parent, Messages.edit, SWT.PUSH);
        edit.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        Accessibles.name(edit, Messages.edit_name);
        edit.addListener(SWT.Selection, event -> edit());
    }

    private void edit() {
        LiveResource chosen = resource();
        if (chosen != null) {
            // the form is about the workbench's selection, which is this very resource in its tree
            RevealHandler.reveal(List.of(chosen));
            Commands.run(UPDATE);
        }
    }

    @Override
    void updated() {
        Command command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(UPDATE);
        boolean shown = resource() != null && command.isDefined();
        if (edit.getVisible() != shown) {
            edit.setVisible(shown);
        }
        edit.setEnabled(shown && !ActionCatalog.shared().of(resource(), BenchAction.Role.UPDATE).isEmpty());
    }

    @Override
    List<List<String>> rows(Object selected) {
        return switch (selected) {
            case LiveResource resource -> resource(resource);
            case BenchConnection connection -> connection(connection);
            case ServiceView service -> List.of(List.of(Messages.name, service.title()),
                    List.of(Messages.id, service.id()), List.of(Messages.description, service.description()),
                    List.of(Messages.endpoint, service.connection().endpoint().toString()));
            default -> List.of();
        };
    }

    private static List<List<String>> resource(LiveResource resource) {
        ResourceState state = resource.state();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(Messages.name, state.name()));
        rows.add(List.of(Messages.arn, state.arn()));
        rows.add(List.of(Messages.kind, resource.word(state.kind())));
        rows.add(List.of(Messages.service, state.service()));
        rows.add(List.of(Messages.state, States.text(resource)));
        state.parent().ifPresent(parent -> rows.add(List.of(Messages.parent, parent)));
        state.attributes().forEach((key, value) -> {
            if (!Tags.is(key)) {
                rows.add(List.of(Readable.label(key), Readable.value(value)));
            }
        });
        for (Producer producer : Producers.shared().counted(resource)) {
            rows.add(List.of(NLS.bind(Messages.producer, producer.id()), NLS.bind(Messages.producer_value,
                    new Object[] {Figures.rate(producer.rate()), Figures.count(producer.sent()),
                            Figures.count(producer.refused()),
                            producer.lastError().isEmpty() ? "" : ": " + producer.lastError()})));
        }
        for (ActiveFault fault : ActiveFaults.shared().of(resource)) {
            rows.add(List.of(NLS.bind(Messages.fault, fault.id()), fault.summary()));
        }
        return rows;
    }

    private static List<List<String>> connection(BenchConnection connection) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(Messages.name, connection.name()));
        rows.add(List.of(Messages.endpoint, connection.endpoint().toString()));
        rows.add(List.of(Messages.state, States.text(connection)));
        rows.add(List.of(Messages.embedded,
                connection.embedded() ? Messages.embedded_here : Messages.embedded_elsewhere));
        connection.clock().ifPresent(clock -> {
            rows.add(List.of(Messages.time, Readable.time(clock.estimate())));
            rows.add(List.of(Messages.speed, NLS.bind(Messages.speed_value,
                    clock.scale() == 0 ? "0" : Figures.rate(clock.scale()))));
            clock.nextTimer().ifPresent(next -> rows.add(List.of(Messages.next_timer, Readable.time(next))));
        });
        rows.add(List.of(Messages.services,
                String.join(", ", connection.services().stream().map(ServiceView::title).toList())));
        rows.add(List.of(Messages.resources, Figures.count(connection.resources().size())));
        return rows;
    }
}
