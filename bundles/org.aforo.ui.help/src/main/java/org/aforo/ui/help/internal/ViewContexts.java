package org.aforo.ui.help.internal;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IContextProvider;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.WorkbenchPart;

/** Gives each of Aforo's parts its help (F1), by its id: the part needs to know nothing of it. */
public final class ViewContexts implements IAdapterFactory, IStartup {

    private static final String PARTS = "org.aforo.ui.";

    /** Factories that are only declared are not asked before their bundle was loaded otherwise. */
    @Override
    public void earlyStartup() {
        Platform.getAdapterManager().registerAdapters(this, WorkbenchPart.class);
    }

    @Override
    public <T> T getAdapter(Object part, Class<T> type) {
        if (type == IContextProvider.class && part instanceof IWorkbenchPart known
                && known.getSite().getId().startsWith(PARTS)) {
            return type.cast(new Provider(known.getSite().getId()));
        }
        return null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContextProvider.class};
    }

    private record Provider(String part) implements IContextProvider {

        @Override
        public int getContextChangeMask() {
            return NONE;
        }

        @Override
        public IContext getContext(Object target) {
            return HelpSystem.getContext("org.aforo.ui.help." + part.substring(PARTS.length()).replace('.', '_'));
        }

        @Override
        public String getSearchExpression(Object target) {
            return null;
        }
    }
}
