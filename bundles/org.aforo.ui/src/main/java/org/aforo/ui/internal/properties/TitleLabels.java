package org.aforo.ui.internal.properties;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchConnection.ServiceView;
import org.aforo.client.LiveResource;
import org.aforo.ui.internal.resources.Icons;
import org.aforo.ui.internal.resources.States;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;

/** What the Properties view says above its tabs: what is selected. */
public final class TitleLabels extends LabelProvider {

    @Override
    public String getText(Object selection) {
        return switch (first(selection)) {
            case LiveResource resource -> resource.state().name();
            case BenchConnection connection -> connection.name();
            case ServiceView service -> service.title();
            case null, default -> "";
        };
    }

    @Override
    public Image getImage(Object selection) {
        return switch (first(selection)) {
            case LiveResource resource -> Icons.resource(resource.state().kind(), resource.gone(),
                    States.broken(resource), false, false);
            case BenchConnection connection -> Icons.connection(connection);
            case ServiceView service -> Icons.image("service");
            case null, default -> null;
        };
    }

    private static Object first(Object selection) {
        return selection instanceof IStructuredSelection structured ? structured.getFirstElement() : selection;
    }
}
