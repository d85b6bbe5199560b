package org.aforo.service.store.internal.disk;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.aforo.service.store.internal.checksum.Sum;

/**
 * What is kept of an object beside its bytes.
 *
 * @param etag     without quotes
 * @param size     in bytes
 * @param modified by the bench clock
 * @param stamp    the file's own time of change in nanoseconds: tells whether somebody else changed it
 * @param headers  given back with it
 * @param sum      its checksum, or null
 * @param parts    sizes of its parts; empty unless it was uploaded in parts
 * @param tags     the object's tags
 */
public record ObjectMeta(String etag, long size, Instant modified, long stamp, ObjectHeaders headers, Sum sum,
        List<Long> parts, Map<String, String> tags) {

    /** The ETag as it is sent. */
    public String quotedEtag() {
        return '"' + etag + '"';
    }

    /** The same for other headers. */
    public ObjectMeta withTags(Map<String, String> changed) {
        return new ObjectMeta(etag, size, modified, stamp, headers, sum, parts, changed);
    }

    ObjectMeta withStamp(long changed) {
        return new ObjectMeta(etag, size, modified, changed, headers, sum, parts, tags);
    }
}
