package org.aforo.ui.internal.properties;

import org.aforo.ui.Selections;
import org.aforo.ui.internal.resources.ResourcesView;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.properties.tabbed.ITabbedPropertySheetPageContributor;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;
import org.osgi.service.event.EventHandler;

/** A page whose tabs are made anew when the theme changes: they keep the colours that they were made with. */
final class ThemedPage extends TabbedPropertySheetPage {

    /** As the theme engine tells it. */
    private static final String THEME_CHANGED = "org/eclipse/e4/ui/css/swt/theme/ThemeManager/themeChanged";

    private final EventHandler themes = event -> PlatformUI.getWorkbench().getDisplay().asyncExec(this::renew);
    private IWorkbenchPart part;
    private ISelection shown;

    ThemedPage(ITabbedPropertySheetPageContributor contributor) {
        super(contributor);
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        events().subscribe(THEME_CHANGED, themes);
    }

    private static IEventBroker events() {
        return PlatformUI.getWorkbench().getService(IEventBroker.class);
    }

    @Override
    public void selectionChanged(IWorkbenchPart source, ISelection selection) {
        part = source;
        shown = Selections.connection(selection).isPresent() ? selection : elsewhere(source, selection);
        super.selectionChanged(source, shown);
    }

    /** Who looks at a part in which nothing of a bench is selected still wants to see what is in the tree. */
    private static ISelection elsewhere(IWorkbenchPart source, ISelection selection) {
        ISelection tree = source.getSite().getPage().getSelection(ResourcesView.ID);
        return tree == null ? selection : tree;
    }

    private void renew() {
        if (part != null && getControl() != null && !getControl().isDisposed()) {
            super.selectionChanged(part, StructuredSelection.EMPTY);
            super.selectionChanged(part, shown);
        }
    }

    @Override
    public void dispose() {
        events().unsubscribe(themes);
        super.dispose();
    }
}
