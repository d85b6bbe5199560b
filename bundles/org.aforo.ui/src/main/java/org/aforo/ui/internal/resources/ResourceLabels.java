package org.aforo.ui.internal.resources;

import java.util.List;
import java.util.StringJoiner;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchConnection.ServiceView;
import org.aforo.client.LiveResource;
import org.aforo.ui.internal.faults.ActiveFault;
import org.aforo.ui.internal.faults.ActiveFaults;
import org.aforo.ui.internal.producers.Producer;
import org.aforo.ui.internal.producers.Producers;
import org.eclipse.jface.viewers.BaseLabelProvider;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.viewers.ITableColorProvider;
import org.eclipse.jface.viewers.ITableLabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;

/** What the tree's cells say. Shared by all that shows resources in tables. */
final class ResourceLabels extends BaseLabelProvider implements ITableLabelProvider, ITableColorProvider {

    private final ResourceModel model;

    ResourceLabels(ResourceModel model) {
        this.model = model;
    }

    @Override
    public Image getColumnImage(Object element, int column) {
        if (column != ResourceColumn.NAME.ordinal()) {
            return null;
        }
        return switch (element) {
            case BenchConnection connection -> Icons.connection(connection);
            case ServiceView service -> Icons.image("service");
            case ResourceGroup group -> Icons.image("group");
            case LiveResource resource -> Icons.resource(resource.state().kind(), resource.gone(),
                    States.broken(resource), !ActiveFaults.shared().of(resource).isEmpty(),
                    Producers.shared().of(resource).stream().anyMatch(Producer::running));
            default -> null;
        };
    }

    @Override
    public String getColumnText(Object element, int column) {
        ResourceColumn which = ResourceColumn.values()[column];
        return switch (element) {
            case LiveResource resource -> resource(resource, which);
            case BenchConnection connection -> switch (which) {
                case NAME -> connection.name();
                case STATE -> States.text(connection);
                default -> "";
            };
            case ServiceView service -> which == ResourceColumn.NAME ? service.title() : "";
            case ResourceGroup group -> which == ResourceColumn.NAME ? group(group) : "";
            default -> "";
        };
    }

    private static String resource(LiveResource resource, ResourceColumn column) {
        return switch (column) {
            case NAME -> resource.state().name();
            case STATE -> States.text(resource);
            case ACTIVITY -> activity(resource);
            default -> column.text(resource);
        };
    }

    private String group(ResourceGroup group) {
        List<LiveResource> members = model.members(group);
        int first = group.index() * ResourceGroup.SIZE;
        return members.isEmpty() ? "" : NLS.bind(Messages.group_label, new Object[] {Figures.count(first + 1L),
                Figures.count(first + members.size()), members.getFirst().state().name()});
    }

    /** Faults and demo data of a resource, in words. */
    static String activity(LiveResource resource) {
        StringJoiner text = new StringJoiner(", ");
        for (ActiveFault fault : ActiveFaults.shared().of(resource)) {
            text.add(NLS.bind(Messages.activity_fault, fault.summary()));
        }
        for (Producer producer : Producers.shared().of(resource)) {
            if (producer.running()) {
                text.add(NLS.bind(Messages.activity_producer, Figures.rate(producer.rate())));
            }
        }
        return text.toString();
    }

    @Override
    public Color getForeground(Object element, int column) {
        boolean stale = element instanceof LiveResource resource && resource.gone()
                || element instanceof BenchConnection connection && connection.state() != BenchConnection.State.LIVE
                || element instanceof ServiceView service
                        && service.connection().state() != BenchConnection.State.LIVE;
        if (stale) {
            return Display.getCurrent().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
        }
        return column == ResourceColumn.STATE.ordinal() && element instanceof LiveResource resource
                && States.broken(resource) ? JFaceColors.getErrorText(Display.getCurrent()) : null;
    }

    @Override
    public Color getBackground(Object element, int column) {
        return null;
    }
}
