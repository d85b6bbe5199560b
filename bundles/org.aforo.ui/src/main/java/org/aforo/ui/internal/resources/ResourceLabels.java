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
import org.aforo.ui.internal.tables.LongNames;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.viewers.BaseLabelProvider;
import org.eclipse.jface.viewers.ITableLabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.TreeItem;

/**
 * What the tree's cells say. The colour of rows isn't told to the viewer, which would set it cell by cell, with each
 * row that comes into sight: that would take longer than all else.
 */
final class ResourceLabels extends BaseLabelProvider implements ITableLabelProvider {

    private static final int COLUMNS = ResourceColumn.values().length;
    private static final int NAME = ResourceColumn.NAME.ordinal();
    private static final int STATE = ResourceColumn.STATE.ordinal();

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
            case NAME -> LongNames.brief(resource.state().name());
            case STATE -> States.text(resource);
            case ACTIVITY -> activity(resource);
            default -> resource.gone() ? "" : column.text(resource);
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

    /** Puts a row into the colour of what is past, and the state of what is broken into that of errors; or out of it. */
    static void colour(TreeItem item, Object element) {
        if (!shows(item, element, NAME) || !shows(item, element, STATE)) {
            for (int column = 0; column < COLUMNS; column++) {
                item.setForeground(column, colour(item, element, column));
            }
        }
    }

    private static boolean shows(TreeItem item, Object element, int column) {
        Color wanted = colour(item, element, column);
        return item.getForeground(column).equals(wanted == null ? item.getParent().getForeground() : wanted);
    }

    /** Null for that of all. */
    private static Color colour(TreeItem item, Object element, int column) {
        if (isStale(element)) {
            return item.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
        }
        return column == STATE && element instanceof LiveResource resource && States.broken(resource)
                ? JFaceColors.getErrorText(item.getDisplay()) : null;
    }

    private static boolean isStale(Object element) {
        return element instanceof LiveResource resource && resource.gone()
                || element instanceof BenchConnection connection && connection.state() != BenchConnection.State.LIVE
                || element instanceof ServiceView service
                        && service.connection().state() != BenchConnection.State.LIVE;
    }
}
