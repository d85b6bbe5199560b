package org.aforo.ui.internal.events;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchEvent;
import org.aforo.client.LiveResource;
import org.aforo.ui.Notices.Notice;

/**
 * One row of the Events view.
 *
 * @param time   by the bench's clock; real for what the workbench tells
 * @param source the bench it comes from; empty for the workbench
 */
record EventRow(Instant time, String type, Optional<BenchConnection> source, String resource, String text) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS")
            .withZone(ZoneOffset.UTC);

    static EventRow of(BenchEvent event) {
        return new EventRow(event.time(), event.type(), Optional.of(event.connection()), event.resource(),
                event.text());
    }

    static EventRow of(Notice notice) {
        return new EventRow(notice.time(), notice.error() ? Messages.type_failure : Messages.type_notice,
                Optional.empty(), "", notice.title() + ": " + notice.text());
    }

    String when() {
        return TIME.format(time);
    }

    String connection() {
        return source.map(BenchConnection::name).orElse(Messages.connection_workbench);
    }

    /** The resource's short name where it still exists. */
    String resourceName() {
        return live().map(live -> live.state().name()).orElse(resource);
    }

    Optional<LiveResource> live() {
        return resource.isEmpty() ? Optional.empty() : source.flatMap(bench -> bench.resource(resource));
    }

    /** Whether it tells of something that went wrong. */
    boolean problem() {
        return type.equals(Messages.type_failure) || type.endsWith("-failed") || type.endsWith("-corrupt")
                || type.endsWith("-lost") || type.equals("throttled") || type.equals("fault-injected");
    }

    String icon() {
        if (type.equals("flush") || type.endsWith("-flushed")) {
            return "event-flush";
        }
        if (type.startsWith("fault-")) {
            return "fault";
        }
        if (type.startsWith("connection-")) {
            return "event-connection";
        }
        if (type.startsWith("plug-in") && !problem()) {
            return "plugins";
        }
        if (type.startsWith("producer-")) {
            return "producer";
        }
        return type.startsWith("throttle") ? "event-throttle" : problem() ? "event-failed" : "event-info";
    }

    /** Everything it tells, a line each. */
    String full() {
        return when() + "  " + type + "  " + connection() + '\n' + (resource.isEmpty() ? "" : resource + '\n') + text;
    }

    /** Its columns, as they stand in files and on the clipboard. */
    String[] cells() {
        return new String[] {when(), type, connection(), resource, text};
    }
}
