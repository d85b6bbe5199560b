package org.aforo.service.store.internal.disk;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import org.aforo.api.log.MetadataStore.MetaMap;

/**
 * What is known of a bucket's objects: in memory in S3's order, and durably. One key is changed by one at a time.
 */
final class ObjectIndex {

    private final MetaMap<StoredObject> durable;
    private final String prefix;
    private final ConcurrentSkipListMap<String, ObjectMeta> objects = new ConcurrentSkipListMap<>(KeyOrder.UTF8);
    private final NavigableMap<String, ObjectMeta> view = Collections.unmodifiableNavigableMap(objects);
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    ObjectIndex(MetaMap<StoredObject> durable, String bucket) {
        this.durable = durable;
        this.prefix = bucket + '/';
    }

    NavigableMap<String, ObjectMeta> objects() {
        return view;
    }

    ObjectMeta get(String key) {
        return objects.get(key);
    }

    boolean isEmpty() {
        return objects.isEmpty();
    }

    long count() {
        return count.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** What was written down of a key, for when it isn't sure that it still holds. */
    StoredObject stored(String key) {
        return durable.get(prefix + key).orElse(null);
    }

    /** Writes down what a file is about to be. */
    void announce(String key, ObjectMeta now, ObjectMeta before) {
        durable.put(prefix + key, new StoredObject(now, before));
    }

    /** Takes an announcement back. */
    void withdraw(String key, ObjectMeta before) {
        if (before == null) {
            durable.remove(prefix + key);
        } else {
            durable.put(prefix + key, new StoredObject(before, null));
        }
    }

    /** Shows what was announced. */
    void set(String key, ObjectMeta object) {
        count(objects.put(key, object), object);
    }

    /** Writes down and shows. */
    void save(String key, ObjectMeta object) {
        announce(key, object, null);
        set(key, object);
    }

    void forget(String key) {
        ObjectMeta gone = objects.remove(key);
        if (gone != null) {
            durable.remove(prefix + key);
            count(gone, null);
        }
    }

    /** Takes over what was written down; {@code stored} is that of all buckets. */
    void load(Map<String, StoredObject> stored) {
        stored.forEach((name, object) -> {
            if (name.startsWith(prefix)) {
                set(name.substring(prefix.length()), isSure(object) ? object.now() : object.now().withStamp(-1));
            }
        });
    }

    /** Whether size and time alone tell the file that was meant from the one it was to replace. */
    private static boolean isSure(StoredObject object) {
        ObjectMeta before = object.before();
        return before == null || before.size() != object.now().size() || before.stamp() != object.now().stamp();
    }

    private void count(ObjectMeta before, ObjectMeta after) {
        count.addAndGet((after == null ? 0 : 1) - (before == null ? 0 : 1));
        bytes.addAndGet((after == null ? 0 : after.size()) - (before == null ? 0 : before.size()));
    }
}
