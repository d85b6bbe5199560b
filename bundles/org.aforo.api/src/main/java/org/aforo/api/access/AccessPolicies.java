package org.aforo.api.access;

import org.aforo.api.Arn;
import org.osgi.annotation.versioning.ProviderType;

/** Reads policies. Safe for many threads. */
@ProviderType
public interface AccessPolicies {

    /**
     * Reads a policy that is to be set.
     *
     * @param document JSON in the policy language, its version 2008-10-17 or 2012-10-17
     * @throws InvalidPolicyException when it isn't one of a resource
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">Elements</a>
     */
    AccessPolicy parse(String document);

    /**
     * Reads a policy as it was kept. One that can't be read, since an earlier bench was less strict, counts as none; the
     * events tell so.
     *
     * @param document null or empty for none
     * @return null for none
     */
    AccessPolicy kept(Arn resource, String document);
}
