package org.aforo.service.store.internal;

import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.Payload;
import org.aforo.service.store.internal.checksum.Claims;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.Landed;
import org.aforo.service.store.internal.disk.ObjectHeaders;
import org.aforo.service.store.internal.disk.ObjectMeta;

/** Makes objects of bodies: what PutObject, CopyObject and other services' deliveries have in common. */
public record Objects(Context context) {

    /** Receives a body, then puts it in place; all or nothing. */
    public ObjectMeta put(Bucket bucket, String key, Payload body, Claims claims, ObjectHeaders headers,
            Map<String, String> tags, Conditions conditions) {
        Payload bytes = body == null ? Payload.of(new byte[0]) : body;
        Landed landed = context.store().staging().receive(bytes, claims, context.limits().putBytes());
        ObjectMeta object = new ObjectMeta(landed.etag(), landed.size(), context.now(), landed.stamp(), headers,
                landed.sum(), List.of(), tags);
        bucket.put(key, landed.file(), object, before -> conditions.checkWrite(key, before));
        return object;
    }
}
