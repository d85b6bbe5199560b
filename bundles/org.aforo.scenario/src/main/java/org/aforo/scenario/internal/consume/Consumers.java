package org.aforo.scenario.internal.consume;

import java.util.List;

import org.aforo.api.Bench;
import org.aforo.scenario.Scenario.ConsumerSpec;
import org.aforo.scenario.internal.wire.AwsClient;

/** Makes consumers of their descriptions. */
public final class Consumers {

    /** What can be read from. */
    public static final List<String> SERVICES = List.of("kinesis");

    private Consumers() {
    }

    /** One each, in the scenario's order. */
    public static List<Consumer> open(List<ConsumerSpec> specs, Bench bench, AwsClient client) {
        return specs.stream().map(spec -> open(spec, bench, client)).toList();
    }

    private static Consumer open(ConsumerSpec spec, Bench bench, AwsClient client) {
        return switch (spec.from().service()) {
            case "kinesis" -> new StreamConsumer(spec, bench, client);
            default -> throw new IllegalArgumentException("nothing reads from " + spec.from());
        };
    }
}
