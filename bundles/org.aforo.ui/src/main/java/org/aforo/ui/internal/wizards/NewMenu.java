package org.aforo.ui.internal.wizards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/** An entry for each thing that the bench in question can make now. */
public final class NewMenu extends CompoundContributionItem {

    @Override
    protected IContributionItem[] getContributionItems() {
        List<IContributionItem> items = new ArrayList<>();
        Optional<BenchConnection> bench = Targets.bench(Targets.selection());
        bench.ifPresent(open -> NewHandler.creating(open).forEach(action -> items.add(item(open, action))));
        return items.toArray(IContributionItem[]::new);
    }

    private static IContributionItem item(BenchConnection bench, BenchAction action) {
        CommandContributionItemParameter parameter = new CommandContributionItemParameter(PlatformUI.getWorkbench(),
                null, NewHandler.COMMAND, CommandContributionItem.STYLE_PUSH);
        parameter.label = action.title().replace("&", "&&") + "\u2026";
        parameter.parameters = Map.of(NewHandler.ACTION, action.id(), NewHandler.BENCH, bench.endpoint().toString());
        return new CommandContributionItem(parameter);
    }
}
