package org.aforo.core.internal.access;

import java.util.List;

import org.aforo.api.access.AccessRequest;

/**
 * A statement of a policy.
 *
 * @param principals who, or who not
 * @param actions    which actions, or which not
 * @param resources  which resources, or which not; none for the one that the policy is of
 * @param conditions all of which must hold
 */
record Statement(boolean allows, Named<Principals> principals, Named<List<TextPattern>> actions,
        Named<List<TextPattern>> resources, List<Condition> conditions) {

    /**
     * An element that names what the statement is about.
     *
     * @param others whether it names what it isn't about: {@code NotAction}
     */
    record Named<T>(T what, boolean others) {
    }

    boolean isAbout(AccessRequest request, RequestKeys keys) {
        return principals.what.name(request.call(), allows != principals.others) != principals.others
                && isAboutAction(request, keys) && isAboutResource(request, keys)
                && conditions.stream().allMatch(condition -> condition.holds(keys));
    }

    private boolean isAboutAction(AccessRequest request, RequestKeys keys) {
        return actions.others != actions.what.stream()
                .anyMatch(action -> action.matchesInAnyCase(request.action(), keys));
    }

    private boolean isAboutResource(AccessRequest request, RequestKeys keys) {
        if (resources == null) {
            return true;
        }
        String resource = request.resource().toString();
        return resources.others != resources.what.stream().anyMatch(each -> each.matches(resource, keys));
    }
}
