package org.aforo.service.streams.internal;

import org.aforo.api.meter.Tally;

/** What a registered consumer's subscriptions measure, as CloudWatch tells it. Noting is wait-free. */
final class ConsumerFigures {

    final Tally subscribed = new Tally();
    /** As there was a subscription already. */
    final Tally refused = new Tally();
    final Tally success = new Tally();
    final Tally records = new Tally();
    final Tally bytes = new Tally();
    final Tally behind = new Tally();

    /** Notes an event that was sent. */
    void pushed(long count, long size, long millisBehind) {
        success.add(1);
        records.add(count);
        bytes.add(size);
        behind.add(millisBehind);
    }
}
