package org.aforo.scenario.internal.consume;

import java.util.ArrayList;
import java.util.List;

import org.aforo.api.Bench;
import org.aforo.scenario.Scenario.ConsumerSpec;
import org.aforo.scenario.Scenario.Way;
import org.aforo.scenario.internal.program.Programs;
import org.aforo.scenario.internal.wire.AwsClient;

/** Makes consumers of their descriptions. */
public final class Consumers {

    /** What can be read from. */
    public static final List<String> SERVICES = List.of("kinesis", "sqs");

    private Consumers() {
    }

    /** One each, in the scenario's order. */
    public static List<Consumer> open(List<ConsumerSpec> specs, Bench bench, AwsClient client, Programs programs)
            throws InterruptedException {
        List<Consumer> consumers = new ArrayList<>();
        for (ConsumerSpec spec : specs) {
            consumers.add(switch (spec.way()) {
                case Way.Poll poll -> new StreamConsumer(spec, bench, client);
                case Way.Push push -> new StreamConsumer(spec, bench, client);
                case Way.Work work -> new QueueConsumer(spec, work, bench, client);
                case Way.Program program -> new ProgramConsumer(spec, bench,
                        programs.open("consumer-" + spec.name(), program.command(), program.needs()));
            });
        }
        return consumers;
    }
}
