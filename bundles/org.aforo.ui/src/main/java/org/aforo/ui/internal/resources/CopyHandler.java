package org.aforo.ui.internal.resources;

import java.util.List;
import java.util.function.Function;

import org.aforo.client.LiveResource;
import org.aforo.ui.Notices;
import org.aforo.ui.Selections;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.handlers.HandlerUtil;

/** Copies the ARNs of the resources selected, or their names ({@code CopyHandler:name} in {@code plugin.xml}). */
public final class CopyHandler extends AbstractHandler implements IExecutableExtension {

    private Function<LiveResource, String> what = LiveResource::arn;

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        if ("name".equals(data)) {
            what = resource -> resource.state().name();
        }
    }

    @Override
    public Object execute(ExecutionEvent event) {
        List<String> lines = Selections.resources(HandlerUtil.getCurrentSelection(event)).stream().map(what).toList();
        if (!lines.isEmpty()) {
            Clipboard clipboard = new Clipboard(Display.getCurrent());
            clipboard.setContents(new Object[] {String.join("\n", lines)},
                    new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
            Notices.done(Messages.copied,
                    lines.size() == 1 ? lines.getFirst() : NLS.bind(Messages.copied_count, lines.size()));
        }
        return null;
    }
}
