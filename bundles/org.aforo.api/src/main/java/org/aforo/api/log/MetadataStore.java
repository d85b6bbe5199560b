package org.aforo.api.log;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.osgi.annotation.versioning.ProviderType;

/** Small durable maps: what resources there are, how far a consumer has read. */
@ProviderType
public interface MetadataStore {

    /**
     * Opens a map, made if it isn't there.
     *
     * @param name {@code service.what}
     * @param type a record of strings, numbers, booleans, instants, durations, enums, lists, maps with
     *             string keys, and records of these; components that are new to stored values read as null
     */
    <V extends Record> MetaMap<V> map(String name, Class<V> type);

    /** A durable map, in key order. Each change is safe against the process being killed when it returns. */
    @ProviderType
    interface MetaMap<V> {
        Optional<V> get(String key);

        void put(String key, V value);

        /** Puts {@code change}'s result, or removes the key when that is null; one at a time for a key. */
        Optional<V> update(String key, UnaryOperator<V> change);

        void remove(String key);

        /** A snapshot. */
        Map<String, V> all();

        void clear();
    }
}
