package org.aforo.ui.internal.plugins;

import java.util.Collection;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** The nodes as they are. */
final class PluginContent implements ITreeContentProvider {

    @Override
    public Object[] getElements(Object input) {
        return ((Collection<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object node) {
        return ((PluginTree) node).children().toArray();
    }

    @Override
    public Object getParent(Object node) {
        return null;
    }

    @Override
    public boolean hasChildren(Object node) {
        return !((PluginTree) node).children().isEmpty();
    }
}
