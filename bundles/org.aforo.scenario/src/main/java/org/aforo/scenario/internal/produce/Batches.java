package org.aforo.scenario.internal.produce;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import org.aforo.scenario.Scenario.Target;
import org.aforo.scenario.internal.wire.Batch;

/** Items in batches that their target takes. For one thread. */
public final class Batches implements Closeable {

    private final Iterator<Item> items;
    private final Target target;
    private final boolean ordered;
    /** The next one, for which there was no room. */
    private Item held;

    /** @param ordered whether no batch is to have two items of a key */
    public Batches(Iterator<Item> items, Target target, boolean ordered) {
        this.items = items;
        this.target = target;
        this.ordered = ordered;
    }

    public boolean hasNext() {
        return held != null || items.hasNext();
    }

    /** As many as one batch holds, but no more than {@code most}. */
    public List<Item> next(long most) {
        List<Item> batch = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        int bytes = 0;
        while (batch.size() < Math.min(most, Batch.mostItems(target)) && hasNext()) {
            Item item = held == null ? items.next() : held;
            held = null;
            bytes += item.data().length;
            if (!batch.isEmpty() && bytes > Batch.mostBytes(target) || ordered && !keys.add(item.key())) {
                held = item;
                break;
            }
            batch.add(item);
        }
        return batch;
    }

    @Override
    public void close() throws IOException {
        if (items instanceof Closeable open) {
            open.close();
        }
    }
}
