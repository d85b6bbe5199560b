package org.aforo.ui.internal.resources;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;

import org.aforo.client.LiveResource;
import org.aforo.ui.Selections;

/** Lets resources be dragged: as a selection within the workbench, as ARNs elsewhere. */
final class ResourceTransfers {

    private ResourceTransfers() {
    }

    static void drag(TreeViewer viewer) {
        Transfer[] kinds = {LocalSelectionTransfer.getTransfer(), TextTransfer.getInstance()};
        viewer.addDragSupport(DND.DROP_COPY | DND.DROP_LINK, kinds, new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                event.doit = !Selections.resources(viewer.getStructuredSelection()).isEmpty();
                LocalSelectionTransfer.getTransfer().setSelection(viewer.getStructuredSelection());
                LocalSelectionTransfer.getTransfer().setSelectionSetTime(System.currentTimeMillis());
            }

            @Override
            public void dragSetData(DragSourceEvent event) {
                if (TextTransfer.getInstance().isSupportedType(event.dataType)) {
                    event.data = String.join("\n", Selections.resources(viewer.getStructuredSelection()).stream()
                            .map(LiveResource::arn).toList());
                }
            }

            @Override
            public void dragFinished(DragSourceEvent event) {
                LocalSelectionTransfer.getTransfer().setSelection(null);
            }
        });
    }
}
