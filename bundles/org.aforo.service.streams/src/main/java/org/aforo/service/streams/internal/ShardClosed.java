package org.aforo.service.streams.internal;

/** A shard takes no more records: its children do, which its stream has by now. */
final class ShardClosed extends Exception {

    private static final long serialVersionUID = 1L;

    ShardClosed() {
        super(null, null, false, false);
    }
}
