package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the channels that are open. */
final class CountedChannel extends WrappedChannel {

    private final AtomicInteger open;

    CountedChannel(FileChannel inner, AtomicInteger open, AtomicInteger most) {
        super(inner);
        this.open = open;
        most.accumulateAndGet(open.incrementAndGet(), Math::max);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        open.decrementAndGet();
        super.implCloseChannel();
    }
}
