package org.aforo.service.store.internal.ops;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.aforo.service.store.internal.Encoding;
import org.aforo.service.store.internal.Owner;
import org.aforo.service.store.internal.checksum.Sum;
import org.aforo.service.store.internal.disk.ObjectMeta;

/** An object in a listing. */
public record ListedObject(String key, Instant lastModified, String eTag, List<String> checksumAlgorithm,
        String checksumType, Long size, String storageClass, Owner owner) {

    static List<ListedObject> of(List<Map.Entry<String, ObjectMeta>> entries, Encoding encoding, Owner owner) {
        return entries.stream().map(entry -> of(entry.getKey(), entry.getValue(), encoding, owner)).toList();
    }

    private static ListedObject of(String key, ObjectMeta object, Encoding encoding, Owner owner) {
        Sum sum = object.sum();
        String storage = object.headers().storageClass();
        return new ListedObject(encoding.write(key), object.modified(), object.quotedEtag(),
                sum == null ? null : List.of(sum.algorithm().name()), sum == null ? null : sum.type(), object.size(),
                storage == null ? "STANDARD" : storage, owner);
    }
}
