package org.aforo.api.endpoint;

import org.aforo.api.Arn;

/**
 * A service of the bench that calls another by itself.
 *
 * @param name   as policies name it: {@code sns.amazonaws.com}
 * @param source the resource on whose behalf it calls
 */
public record ServicePrincipal(String name, Arn source) {
}
