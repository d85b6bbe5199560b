package org.aforo.ui.internal.resources;

import org.aforo.client.LiveResource;

/**
 * A run of a resource's many parts, so that no level of the tree is longer than what a native tree bears: GTK takes
 * seconds for ten thousand siblings.
 *
 * @param index the how manieth run it is
 */
record ResourceGroup(LiveResource parent, int index) {

    /** Parts in one group; also how many a resource may have before they are grouped. */
    static final int SIZE = 500;
}
