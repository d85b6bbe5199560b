package org.aforo.ui.internal.wizards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.aforo.client.LiveResource;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/** An entry for each way in which the selected resource can be changed. */
public final class UpdateMenu extends CompoundContributionItem {

    @Override
    protected IContributionItem[] getContributionItems() {
        List<IContributionItem> items = new ArrayList<>();
        List<LiveResource> resources = Targets.resources(Targets.selection(), BenchAction.Role.UPDATE);
        if (resources.size() == 1) {
            ActionCatalog.shared().of(resources.get(0), BenchAction.Role.UPDATE)
                    .forEach(action -> items.add(item(action)));
        }
        return items.toArray(IContributionItem[]::new);
    }

    private static IContributionItem item(BenchAction action) {
        CommandContributionItemParameter parameter = new CommandContributionItemParameter(PlatformUI.getWorkbench(),
                null, UpdateHandler.COMMAND, CommandContributionItem.STYLE_PUSH);
        parameter.label = action.title().replace("&", "&&") + "\u2026";
        parameter.parameters = Map.of(UpdateHandler.ACTION, action.id());
        return new CommandContributionItem(parameter);
    }
}
