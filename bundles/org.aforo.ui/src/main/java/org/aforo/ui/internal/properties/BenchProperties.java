package org.aforo.ui.internal.properties;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.views.properties.IPropertySheetPage;

/** Gives the views of this bundle the tabbed properties of benches and resources. */
public final class BenchProperties implements IAdapterFactory {

    private static final String CONTRIBUTOR = "org.aforo.ui.bench";

    /** A new page, which follows the selection of the view it is made for. */
    private static IPropertySheetPage page() {
        return new ThemedPage(() -> CONTRIBUTOR);
    }

    @Override
    public <T> T getAdapter(Object view, Class<T> type) {
        return type == IPropertySheetPage.class ? type.cast(page()) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IPropertySheetPage.class};
    }
}
