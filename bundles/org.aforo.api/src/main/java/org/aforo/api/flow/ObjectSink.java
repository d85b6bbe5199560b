package org.aforo.api.flow;

import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.osgi.annotation.versioning.ConsumerType;

/** A place that takes whole objects, within the bench. */
@ConsumerType
public interface ObjectSink {

    /**
     * Stores an object; it is there, whole, when this returns, and not at all when it throws.
     *
     * @param key     its name
     * @param body    closed by this call
     * @param headers {@code content-type}, {@code content-encoding}, {@code x-amz-meta-...}
     */
    void put(String key, Payload body, Map<String, String> headers) throws AwsError, InterruptedException;
}
