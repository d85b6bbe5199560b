package org.aforo.ui.app.internal;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ActionFactory.IWorkbenchAction;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/**
 * The menu bar: <em>File, Edit, Bench, Window, Help</em>. Plug-ins add to their groups ({@code additions} in each) and
 * to the tool bar by menu contributions; the menu <em>Bench</em> ({@value #BENCH}) is theirs.
 */
final class BenchActionBarAdvisor extends ActionBarAdvisor {

    /** Where the commands that steer a bench go. */
    static final String BENCH = "org.aforo.ui.menu.bench";

    private IWorkbenchWindow window;

    BenchActionBarAdvisor(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow ownWindow) {
        window = ownWindow;
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(file());
        bar.add(edit());
        bar.add(bench());
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(window());
        bar.add(help());
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    @Override
    protected void fillStatusLine(IStatusLineManager line) {
        StatusLine.add(line);
    }

    private MenuManager file() {
        MenuManager menu = new MenuManager(Messages.File, IWorkbenchActionConstants.M_FILE);
        menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_START));
        menu.add(new GroupMarker(IWorkbenchActionConstants.NEW_EXT));
        menu.add(action(ActionFactory.CLOSE, Messages.Close));
        menu.add(new Separator(IWorkbenchActionConstants.SAVE_GROUP));
        menu.add(action(ActionFactory.SAVE, Messages.Save));
        menu.add(action(ActionFactory.SAVE_ALL, Messages.SaveAll));
        menu.add(action(ActionFactory.REVERT, Messages.Revert));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator(IWorkbenchActionConstants.FILE_END));
        menu.add(action(ActionFactory.QUIT, Messages.Quit));
        return menu;
    }

    private MenuManager edit() {
        MenuManager menu = new MenuManager(Messages.Edit, IWorkbenchActionConstants.M_EDIT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_START));
        menu.add(command(IWorkbenchCommandConstants.EDIT_UNDO, Messages.Undo));
        menu.add(command(IWorkbenchCommandConstants.EDIT_REDO, Messages.Redo));
        menu.add(new Separator(IWorkbenchActionConstants.CUT_EXT));
        menu.add(command(IWorkbenchCommandConstants.EDIT_CUT, Messages.Cut));
        menu.add(command(IWorkbenchCommandConstants.EDIT_COPY, Messages.Copy));
        menu.add(command(IWorkbenchCommandConstants.EDIT_PASTE, Messages.Paste));
        menu.add(new Separator());
        menu.add(command(IWorkbenchCommandConstants.EDIT_DELETE, Messages.Delete));
        menu.add(command(IWorkbenchCommandConstants.EDIT_SELECT_ALL, Messages.SelectAll));
        menu.add(new Separator(IWorkbenchActionConstants.FIND_EXT));
        menu.add(command(IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE, Messages.Find));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_END));
        return menu;
    }

    private static MenuManager bench() {
        MenuManager menu = new MenuManager(Messages.Bench, BENCH);
        menu.add(new GroupMarker("connection"));
        menu.add(new Separator("create"));
        menu.add(new Separator("clock"));
        menu.add(new Separator("flow"));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        return menu;
    }

    private MenuManager window() {
        MenuManager menu = new MenuManager(Messages.Window, IWorkbenchActionConstants.M_WINDOW);
        menu.add(action(ActionFactory.OPEN_NEW_WINDOW, Messages.NewWindow));
        menu.add(new Separator());
        MenuManager views = new MenuManager(Messages.ShowView, "showView");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        menu.add(views);
        menu.add(action(ActionFactory.RESET_PERSPECTIVE, Messages.ResetPerspective));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator(IWorkbenchActionConstants.WINDOW_EXT));
        menu.add(action(ActionFactory.PREFERENCES, Messages.Preferences));
        return menu;
    }

    private MenuManager help() {
        MenuManager menu = new MenuManager(Messages.Help, IWorkbenchActionConstants.M_HELP);
        menu.add(new GroupMarker(IWorkbenchActionConstants.HELP_START));
        menu.add(action(ActionFactory.HELP_CONTENTS, Messages.HelpContents));
        menu.add(action(ActionFactory.HELP_SEARCH, Messages.HelpSearch));
        menu.add(action(ActionFactory.DYNAMIC_HELP, Messages.DynamicHelp));
        menu.add(new Separator("tour"));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator("group.updates"));
        menu.add(new Separator(IWorkbenchActionConstants.HELP_END));
        menu.add(action(ActionFactory.ABOUT, Messages.About));
        return menu;
    }

    /** A standard action, which also handles its command's key, in the workbench's language. */
    private IWorkbenchAction action(ActionFactory factory, String label) {
        IWorkbenchAction action = factory.create(window);
        action.setText(label);
        action.setToolTipText(label.replace("&", ""));
        register(action);
        return action;
    }

    /** A command's entry: enabled by whoever handles it now, a view's handler as well as an editor's action. */
    private CommandContributionItem command(String id, String label) {
        CommandContributionItemParameter parameter = new CommandContributionItemParameter(window, id, id,
                CommandContributionItem.STYLE_PUSH);
        parameter.label = label;
        return new CommandContributionItem(parameter);
    }
}
