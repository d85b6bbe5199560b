package org.aforo.core.internal.meta;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

import org.h2.mvstore.MVMap;

import org.aforo.api.log.MetadataStore.MetaMap;

/** A map of records kept as JSON. */
final class JsonMap<V> implements MetaMap<V> {

    private final BenchMetadata store;
    private final String name;
    private final Class<V> type;
    private volatile RecordJson<V> json;

    JsonMap(BenchMetadata store, String name, Class<V> type) {
        this.store = store;
        this.name = name;
        this.type = type;
    }

    @Override
    public Optional<V> get(String key) {
        return store.read(name).map(map -> map.get(key)).map(this::decode);
    }

    @Override
    public void put(String key, V value) {
        String text = json().write(value);
        locked(key, () -> store.change(name, map -> map.put(key, text)));
    }

    @Override
    public Optional<V> update(String key, UnaryOperator<V> change) {
        ReentrantLock lock = store.lockOf(name, key);
        lock.lock();
        try {
            V old = get(key).orElse(null);
            V changed = change.apply(old);
            if (changed != null) {
                String text = json().write(changed);
                store.change(name, map -> map.put(key, text));
            } else if (old != null) {
                store.change(name, map -> map.remove(key));
            }
            return Optional.ofNullable(changed);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void remove(String key) {
        if (store.read(name).isPresent()) {
            locked(key, () -> store.change(name, map -> map.remove(key)));
        }
    }

    @Override
    public Map<String, V> all() {
        Map<String, V> all = new LinkedHashMap<>();
        store.read(name).ifPresent(map -> map.cursor(null).forEachRemaining(key -> decoded(map, key, all)));
        return all;
    }

    @Override
    public void clear() {
        if (store.read(name).isPresent()) {
            store.change(name, MVMap::clear);
        }
    }

    private void decoded(MVMap<String, String> map, String key, Map<String, V> into) {
        String text = map.get(key);
        if (text != null) {
            into.put(key, decode(text));
        }
    }

    private V decode(String text) {
        return json().read(text);
    }

    /** Made on first use: an empty bench starts without it. */
    private RecordJson<V> json() {
        RecordJson<V> made = json;
        if (made == null) {
            made = new RecordJson<>(type);
            json = made;
        }
        return made;
    }

    private void locked(String key, Runnable action) {
        ReentrantLock lock = store.lockOf(name, key);
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
