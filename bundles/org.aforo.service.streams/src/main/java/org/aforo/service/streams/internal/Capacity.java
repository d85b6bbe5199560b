package org.aforo.service.streams.internal;

import org.aforo.api.endpoint.AwsError;

/**
 * A stream's capacity, changed for clients: its mode, and the throughput an on-demand one is kept ready for.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html">Stream modes</a>
 */
public final class Capacity {

    private final Streams streams;

    public Capacity(Streams streams) {
        this.streams = streams;
    }

    /**
     * Begins to change a stream's mode.
     *
     * @param warmMiBps throughput to be kept ready for from now on; null for none
     */
    public void switchMode(StreamName name, String mode, Integer warmMiBps) throws AwsError {
        streams.change(name, meta -> {
            if (meta.mode().equals(mode)) {
                throw Errors.validation("Stream " + name.label() + " is in " + mode + " mode already.");
            }
            streams.accountSettings().checkWarm(name, mode, warmMiBps);
            if (mode.equals(StreamMeta.ON_DEMAND)) {
                streams.accountLimits().checkOnDemand(name);
            } else {
                streams.accountLimits().checkShards(name, streams.find(name).openShards());
            }
            long most = streams.limits().switchesADay.getAsLong();
            return scaled(meta.counting(changes -> changes.switched(now(), most, name)).withMode(mode), warmMiBps);
        });
    }

    /** Begins to make an on-demand stream ready for a throughput. */
    public Stream warm(StreamName name, int mibps) throws AwsError {
        return streams.change(name, meta -> {
            streams.accountSettings().checkWarm(name, meta.mode(), mibps);
            return scaled(meta, mibps);
        });
    }

    /** With a shard for each MiB/s, or with those it has when they are more. */
    private StreamMeta scaled(StreamMeta meta, Integer mibps) {
        StreamMeta warm = meta.with(settings -> settings.withWarm(mibps));
        long open = meta.shards().stream().filter(shard -> shard.closed() == null).count();
        return mibps == null || mibps <= open ? warm
                : warm.withShards(Reshard.scale(meta.shards(), mibps, now()));
    }

    private long now() {
        return streams.bench().clock().millis();
    }
}
