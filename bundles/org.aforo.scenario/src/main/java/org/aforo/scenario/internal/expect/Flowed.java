package org.aforo.scenario.internal.expect;

import java.util.List;

import org.aforo.api.Events.Event;
import org.aforo.scenario.Timeline;
import org.aforo.scenario.internal.call.Steps;
import org.aforo.scenario.internal.consume.Consumer;
import org.aforo.scenario.internal.produce.Producer;

/** What there is to check after a run. */
public record Flowed(List<Producer> producers, List<Consumer> consumers, List<Steps.Done> steps, List<Event> events,
        Timeline timeline) {
}
