package org.aforo.core.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.aforo.api.Events.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventRingTest {

    private final SteppedTime stepped = new SteppedTime();
    private final EventRing events = stepped.events;

    @AfterEach
    void close() {
        stepped.close();
    }

    @Test
    void eventsAreNumberedAndDatedByTheBenchClock() {
        events.publish("flush", "arn:x", "5 MiB by size\nsecond line");
        stepped.time.advance(Duration.ofSeconds(5));
        events.publish("flush", "arn:y", "by interval");

        assertThat(events.since(0)).containsExactly(
                new Event(1, SteppedTime.START, "flush", "arn:x", "5 MiB by size"),
                new Event(2, SteppedTime.START.plusSeconds(5), "flush", "arn:y", "by interval"));
        assertThat(events.since(1)).extracting(Event::number).containsExactly(2L);
        assertThat(events.since(2)).isEmpty();
    }

    @Test
    void theLastFewThousandAreKept() {
        for (int i = 0; i < EventRing.MOST + 10; i++) {
            events.publish("t", "", "x");
        }

        assertThat(events.since(0)).hasSize(EventRing.MOST).first().extracting(Event::number).isEqualTo(11L);
    }

    @Test
    void listenersHearUntilClosedAndOneThatThrowsIsDropped() throws Exception {
        List<String> heard = new ArrayList<>();
        AutoCloseable listening = events.listen(event -> heard.add(event.type()));
        events.listen(event -> {
            throw new IllegalStateException("broken");
        });

        events.publish("one", "", "x");
        events.publish("two", "", "x");
        listening.close();
        events.publish("three", "", "x");

        assertThat(heard).containsExactly("one", "listener-failed", "two");
    }
}
