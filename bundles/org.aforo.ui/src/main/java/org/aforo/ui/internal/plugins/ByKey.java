package org.aforo.ui.internal.plugins;

import org.eclipse.jface.viewers.IElementComparer;

/** A node remains the same whatever is told of it, so that it stays selected and open. */
final class ByKey implements IElementComparer {

    @Override
    public boolean equals(Object left, Object right) {
        return left instanceof PluginTree a && right instanceof PluginTree b ? a.key().equals(b.key())
                : left.equals(right);
    }

    @Override
    public int hashCode(Object element) {
        return element instanceof PluginTree node ? node.key().hashCode() : element.hashCode();
    }
}
