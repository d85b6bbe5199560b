package org.aforo.service.store.internal.disk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The headers that are kept with an object and given back with it; null where there is none.
 *
 * @param storageClass null for {@code STANDARD}
 * @param metadata     the client's own, without {@code x-amz-meta-}
 */
public record ObjectHeaders(String contentType, String contentEncoding, String contentDisposition,
        String contentLanguage, String cacheControl, String expires, String redirect, String storageClass,
        Map<String, String> metadata) {

    /** S3's type for objects that name none. */
    public static final String DEFAULT_TYPE = "binary/octet-stream";

    /** Of an object that came without any. */
    public static final ObjectHeaders NONE = new ObjectHeaders(DEFAULT_TYPE, null, null, null, null, null, null, null,
            Map.of());

    public ObjectHeaders {
        contentEncoding = withoutChunks(contentEncoding);
        contentType = contentType == null || contentType.isEmpty() ? DEFAULT_TYPE : contentType;
        metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
    }

    /** {@code aws-chunked} is how a body travels, not what it is. */
    private static String withoutChunks(String encoding) {
        if (encoding == null || !encoding.contains("aws-chunked")) {
            return encoding;
        }
        String kept = Arrays.stream(encoding.split(",")).map(String::trim).filter(e -> !e.equals("aws-chunked"))
                .collect(Collectors.joining(","));
        return kept.isEmpty() ? null : kept;
    }

    /** From HTTP headers with lower-case names. */
    public static ObjectHeaders of(Map<String, String> headers) {
        Map<String, String> metadata = new HashMap<>();
        headers.forEach((name, value) -> {
            if (name.startsWith("x-amz-meta-")) {
                metadata.put(name.substring("x-amz-meta-".length()), value);
            }
        });
        return new ObjectHeaders(headers.get("content-type"), headers.get("content-encoding"),
                headers.get("content-disposition"), headers.get("content-language"), headers.get("cache-control"),
                headers.get("expires"), headers.get("x-amz-website-redirect-location"),
                headers.get("x-amz-storage-class"), metadata);
    }

    /** Those of a copy: storage class and redirect are the copy's own. */
    public ObjectHeaders copied(String itsClass, String itsRedirect) {
        return new ObjectHeaders(contentType, contentEncoding, contentDisposition, contentLanguage, cacheControl,
                expires, itsRedirect, itsClass, metadata);
    }

    /** Bytes of the client's own metadata, as S3's limit counts them. */
    public long metadataSize() {
        long size = 0;
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            size += entry.getKey().getBytes(StandardCharsets.UTF_8).length
                    + entry.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        return size;
    }
}
