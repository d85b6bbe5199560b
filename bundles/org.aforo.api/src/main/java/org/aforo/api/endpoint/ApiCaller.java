package org.aforo.api.endpoint;

import java.util.Map;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Calls any operation of any plugged-in AWS API by name, without the wire: for scenarios, consoles and
 * wizards. The input passes the same validation, faults and handlers as a request does. An OSGi service.
 */
@ProviderType
public interface ApiCaller {

    /** Service ids and the operations each answers. */
    Map<String, Set<String>> operations();

    /**
     * @param service   id, as in {@link org.aforo.api.ServiceDescriptor}
     * @param operation name in the model
     * @param input     by the model's member names, as in the AWS CLI's {@code --cli-input-json}
     * @return the output in the same form
     */
    Map<String, Object> call(String service, String operation, Map<String, Object> input, Call call)
            throws AwsError, InterruptedException;
}
