package org.aforo.ui.app.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The perspective <em>Bench</em>: resources at the left, their flow in the middle, details below. */
public final class BenchPerspective implements IPerspectiveFactory {

    static final String ID = "org.aforo.ui.app.bench";

    private static final String VIEW = "org.aforo.ui.";
    private static final String CHEAT_SHEET = "org.eclipse.ui.cheatsheets.views.CheatSheetView";
    private static final float LEFT = 0.3f;
    private static final float BELOW = 0.62f;
    private static final float RIGHT = 0.51f;
    private static final float OUTLINE = 0.6f;
    private static final float TOUR = 0.4f;
    /** Of what is left to editors and charts while there is an editor. */
    private static final float CHARTS = 0.4f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.setEditorAreaVisible(false);
        folder(layout, "left", IPageLayout.LEFT, LEFT, editors, "resources");
        IFolderLayout bottom = folder(layout, "bottom", IPageLayout.BOTTOM, BELOW, editors, "records", "events");
        bottom.addView(IPageLayout.ID_PROP_SHEET);
        add(bottom, "scenarios", "plugins", "console");
        layout.addPlaceholder(IPageLayout.ID_OUTLINE, IPageLayout.BOTTOM, OUTLINE, "left");
        layout.addPlaceholder(CHEAT_SHEET, IPageLayout.BOTTOM, TOUR, "left"); // none of its steps hides it there
        IFolderLayout centre = folder(layout, "centre", IPageLayout.TOP, CHARTS, editors, "throughput", "flow");
        centre.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        folder(layout, "right", IPageLayout.RIGHT, RIGHT, "centre", "buffers");
        for (String view : new String[] {"resources", "throughput", "buffers", "flow", "records", "events",
                "scenarios", "plugins", "console"}) {
            layout.addShowViewShortcut(VIEW + view);
        }
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addPerspectiveShortcut(ID);
    }

    private static IFolderLayout folder(IPageLayout layout, String name, int side, float ratio, String beside,
            String... views) {
        IFolderLayout folder = layout.createFolder(name, side, ratio, beside);
        add(folder, views);
        return folder;
    }

    private static void add(IFolderLayout folder, String... views) {
        for (String view : views) {
            folder.addView(VIEW + view);
        }
    }
}
