package org.aforo.service.topics.internal;

import java.util.function.Supplier;

import org.aforo.api.Bench;
import org.aforo.api.log.MetadataStore.MetaMap;
import org.aforo.service.topics.internal.delivery.DeadLetters;
import org.aforo.service.topics.internal.delivery.Endpoints;
import org.aforo.service.topics.internal.delivery.Feed;
import org.aforo.service.topics.internal.delivery.Workers;

/**
 * What all subscriptions deliver with.
 *
 * @param base     where the bench is reached: {@code http://localhost:4566}
 * @param progress how far each subscription is
 */
record Engine(Bench bench, Limits limits, Endpoints endpoints, DeadLetters deadLetters, Workers workers,
        Supplier<String> base, MetaMap<Feed.Saved> progress) {
}
