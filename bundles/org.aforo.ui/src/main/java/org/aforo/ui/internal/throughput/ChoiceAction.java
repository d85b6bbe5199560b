package org.aforo.ui.internal.throughput;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;

/** One of several, chosen from a menu that drops down from the tool bar; pressing it goes on to the next. */
public final class ChoiceAction<E> extends Action implements IMenuCreator {

    private final List<E> choices;
    private final Function<E, String> title;
    private final Consumer<E> chosen;
    private final String name;
    private E now;
    private Menu menu;

    public ChoiceAction(String name, List<E> choices, Function<E, String> title, E now, Consumer<E> chosen) {
        super(name, IAction.AS_DROP_DOWN_MENU);
        this.name = name;
        this.choices = choices;
        this.title = title;
        this.chosen = chosen;
        setMenuCreator(this);
        tell(now);
    }

    public E now() {
        return now;
    }

    private void tell(E choice) {
        now = choice;
        setText(title.apply(choice));
        setToolTipText(name + ": " + title.apply(choice));
    }

    /** Takes another one; what it brings about is the same as by the menu. */
    public void choose(E choice) {
        tell(choice);
        chosen.accept(choice);
    }

    /** Goes so many further in the list, not beyond its ends. */
    public void step(int by) {
        choose(choices.get(Math.clamp(choices.indexOf(now) + by, 0, choices.size() - 1)));
    }

    @Override
    public void run() {
        choose(choices.get((choices.indexOf(now) + 1) % choices.size()));
    }

    /** The choices as a menu of their own. */
    public IMenuManager menu() {
        MenuManager manager = new MenuManager(name);
        manager.setRemoveAllWhenShown(true);
        manager.addMenuListener(shown -> items().forEach(shown::add));
        return manager;
    }

    private List<IAction> items() {
        return choices.stream().map(this::item).toList();
    }

    private IAction item(E choice) {
        Action action = new Action(title.apply(choice), IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked() && choice != now) {
                    choose(choice);
                }
            }
        };
        action.setChecked(choice.equals(now));
        return action;
    }

    @Override
    public Menu getMenu(Control parent) {
        dispose();
        menu = new Menu(parent);
        items().forEach(item -> new ActionContributionItem(item).fill(menu, -1));
        return menu;
    }

    @Override
    public Menu getMenu(Menu parent) {
        Menu sub = new Menu(parent.getShell(), SWT.DROP_DOWN);
        items().forEach(item -> new ActionContributionItem(item).fill(sub, -1));
        return sub;
    }

    @Override
    public void dispose() {
        if (menu != null) {
            menu.dispose();
            menu = null;
        }
    }
}
