package org.aforo.service.topics.internal.delivery;

import java.util.Optional;

import org.aforo.api.Arn;

/** Where a subscription's messages go. Safe for many threads. */
public interface Endpoint {

    /** Makes one attempt; on a thread that may wait. */
    Outcome deliver(Letter letter) throws InterruptedException;

    /** The resource it is, where it is one. */
    Optional<Arn> resource();
}
