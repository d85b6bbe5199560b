package org.aforo.ui.app.internal;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.views.IViewDescriptor;
import org.eclipse.ui.views.IViewRegistry;

/**
 * Titles of views that weren't shown yet. The platform keeps titles with the window's layout, in the language of then,
 * and renews a view's only once it is shown.
 */
final class ViewTitles {

    private ViewTitles() {
    }

    /** Gives them the titles of the language that the workbench speaks now. */
    static void renew(IWorkbenchWindow window) {
        IViewRegistry registry = window.getWorkbench().getViewRegistry();
        EModelService model = window.getService(EModelService.class);
        for (MPart part : model.findElements(window.getService(MWindow.class), null, MPart.class)) {
            IViewDescriptor view = part.getObject() == null ? registry.find(part.getElementId()) : null;
            if (view != null) {
                part.setLabel(view.getLabel());
            }
        }
    }
}
