package org.aforo.api.endpoint;

/** Something a service answers: an API in AWS's protocols, or plain HTTP under a path of its own. */
public sealed interface Endpoint permits AwsApi, HttpRoute {
}
