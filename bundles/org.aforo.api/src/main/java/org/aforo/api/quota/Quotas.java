package org.aforo.api.quota;

import java.util.List;
import java.util.function.LongSupplier;

import org.osgi.annotation.versioning.ProviderType;

/** AWS's limits; all of them are defined, read and changed here. */
@ProviderType
public interface Quotas {

    /**
     * Defines a limit and gives it back as a live value. While all limits are lifted a liftable one reads
     * as {@link Long#MAX_VALUE}. Defining the same key again replaces the definition and keeps an override.
     */
    LongSupplier define(Quota quota);

    /** All that are defined, by key. */
    List<Setting> all();

    /**
     * Overrides a limit; null returns to its default.
     *
     * @throws IllegalArgumentException when there is no such key or the value isn't positive
     */
    void override(String key, Long value);

    /** Whether liftable limits are lifted. */
    boolean lifted();

    /** Lifts the liftable limits, or puts them in force again. */
    void lift(boolean lifted);

    /**
     * @param key      {@code service.what}: {@code kinesis.shard-write-bytes}
     * @param value    documented default
     * @param unit     {@code bytes/s}, {@code records}, {@code seconds}
     * @param liftable whether raw-speed runs lift it; sizes that a protocol depends on aren't
     * @param source   AWS page that documents it
     */
    record Quota(String key, long value, String unit, boolean liftable, String source) {
    }

    /** A quota and the value in force. */
    record Setting(Quota quota, long value, boolean overridden) {
    }
}
