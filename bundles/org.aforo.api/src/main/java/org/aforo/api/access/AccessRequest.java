package org.aforo.api.access;

import java.util.Map;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.Call;

/**
 * What is asked of a policy.
 *
 * @param call     who asks; the global condition keys are its
 * @param action   as the service writes it: {@code SNS:Publish}
 * @param resource what it is to be done to
 * @param keys     condition keys of the service, in small letters: {@code sns:protocol}
 */
public record AccessRequest(Call call, String action, Arn resource, Map<String, String> keys) {

    /** A request without keys of the service's own. */
    public AccessRequest(Call call, String action, Arn resource) {
        this(call, action, resource, Map.of());
    }
}
