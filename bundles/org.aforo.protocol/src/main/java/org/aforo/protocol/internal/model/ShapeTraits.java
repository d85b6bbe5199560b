package org.aforo.protocol.internal.model;

/**
 * What the model says of a shape.
 *
 * @param wireName        root element's name, or null
 * @param namespace       of the root element, or null
 * @param timestampFormat or null
 * @param streaming       whether a blob is streamed, or a structure's members are the events of a stream
 * @param flattened       no wrapping element, in XML and query
 * @param sparse          whether a list or map may hold nulls
 * @param union           whether exactly one member of the structure is there
 * @param unwrapped       whether an output's only member is its root element (S3)
 * @param payload         name of the member that is the whole body, or null
 * @param mediaType       of a blob or string that is a whole body, or null
 * @param error           status and code of an error, or null
 */
public record ShapeTraits(String wireName, XmlNamespace namespace, TimestampFormat timestampFormat,
        boolean streaming, boolean flattened, boolean sparse, boolean union, boolean unwrapped, String payload,
        String mediaType, ErrorInfo error) {

    public static final ShapeTraits NONE = new ShapeTraits(null, null, null, false, false, false, false, false, null,
            null, null);

    /**
     * @param code         on the wire where it isn't the shape's name (query), or null
     * @param queryMessage in the query protocol where it isn't the same, or null
     * @param status       HTTP status
     * @param fault        whether the service is to blame
     */
    public record ErrorInfo(String code, String queryMessage, int status, boolean fault) {
    }
}
