package org.aforo.service.queues.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.api.Arn;
import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import org.aforo.api.meter.Meter;

/** A queue as it is shown. */
record QueueResource(Queue queue, Limits limits) implements Resource {

    /** Message groups that are told one by one. */
    private static final int GROUPS = 20;

    @Override
    public Arn arn() {
        return queue.arn();
    }

    @Override
    public String kind() {
        return "queue";
    }

    @Override
    public String name() {
        return queue.fullName().name();
    }

    @Override
    public Map<String, String> attributes() {
        QueueCounts counts = queue.counts();
        QueueMeta meta = queue.meta();
        QueueSettings settings = meta.settings();
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("Type", settings.fifo() ? "FIFO" : "Standard");
        shown.put("Visible", Long.toString(counts.visible()));
        shown.put("In flight", Long.toString(counts.inFlight()));
        shown.put("Delayed", Long.toString(counts.delayed()));
        shown.put("Oldest message", Duration.ofMillis(counts.oldestMillis()).toSeconds() + " s");
        shown.put("Long polls waiting", Integer.toString(counts.waiting()));
        shown.put("Redriven", Long.toString(queue.figures().redriven.sum()));
        shown.put("Visibility timeout", settings.visibilitySeconds() + " s");
        shown.put("Retention", settings.retentionSeconds() + " s");
        shown.put("Delay", settings.delaySeconds() + " s");
        if (settings.redrive() != null) {
            shown.put("Receives before dead letter", Integer.toString(settings.redrive().maxReceiveCount()));
        }
        shown.put("Account", queue.fullName().account());
        shown.put("Created", Instant.ofEpochMilli(meta.created()).toString());
        meta.tags().forEach((key, value) -> shown.put("Tag " + key, value));
        addGroups(shown, counts);
        return shown;
    }

    private void addGroups(Map<String, String> shown, QueueCounts counts) {
        if (counts.groups() > 0) {
            shown.put("Message groups", Integer.toString(counts.groups()));
            shown.put("Blocked groups", Integer.toString(counts.blocked()));
            queue.groups(GROUPS).forEach(group -> shown.put("Group " + group.groupId(), group.waiting() + " waiting, "
                    + group.inFlight() + " in flight" + (group.blocked() ? ", blocked" : "")));
        }
    }

    @Override
    public Meter in() {
        return queue.in();
    }

    @Override
    public Meter out() {
        return queue.out();
    }

    @Override
    public List<BufferState> buffers() {
        QueueCounts counts = queue.counts();
        long most = (queue.meta().settings().fifo() ? limits.fifoInFlight : limits.inFlight).getAsLong();
        return List.of(
                state("messages", counts.visible() + counts.delayed(), Long.MAX_VALUE,
                        Duration.ofMillis(counts.oldestMillis())),
                state("in flight", counts.inFlight(), most, Duration.ZERO));
    }

    private static BufferState state(String name, long messages, long most, Duration oldest) {
        return new BufferState(name, 0, Long.MAX_VALUE, messages, most, oldest, Optional.empty(), Optional.empty());
    }

    @Override
    public List<Link> links() {
        RedrivePolicy redrive = queue.meta().settings().redrive();
        return redrive == null ? List.of() : List.of(new Link(Arn.parse(redrive.target()), "dead letters to"));
    }
}
