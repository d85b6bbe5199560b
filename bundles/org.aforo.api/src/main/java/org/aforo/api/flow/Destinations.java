package org.aforo.api.flow;

import org.aforo.api.endpoint.AwsError;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds other services' sinks and sources by ARN, as they are plugged in at the moment. Ask each time
 * rather than keep the answer: a service may be replaced.
 */
@ProviderType
public interface Destinations {

    /**
     * @throws AwsError {@code ResourceNotFoundException} when there is none, {@code ServiceUnavailable} when its service is out,
     *         {@code UnsupportedOperation} when what is there takes whole objects only
     */
    RecordSink sink(String arn) throws AwsError;

    /** @throws AwsError {@code ResourceNotFoundException} when there is none, {@code ServiceUnavailable} when its service is out */
    RecordSource source(String arn) throws AwsError;

    /** @throws AwsError as {@link #source} */
    ObjectSink objects(String arn) throws AwsError;
}
