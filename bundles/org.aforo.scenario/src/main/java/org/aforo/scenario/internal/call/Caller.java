package org.aforo.scenario.internal.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.Resource;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.scenario.Scenario.OperationCall;

/** Calls the operations of a scenario, and waits until what they set going is done. */
public final class Caller {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Real time between two looks. */
    private static final Duration BEAT = Duration.ofMillis(50);
    private static final Set<String> UNDER_WAY = Set.of("CREATING", "UPDATING", "DELETING");

    private final Bench bench;
    private final ApiCaller api;
    private final Answers answers = new Answers();

    public Caller(Bench bench, ApiCaller api) {
        this.bench = bench;
        this.api = api;
    }

    /**
     * Does a call.
     *
     * @return why it was refused; empty when it was done
     */
    public String call(OperationCall operation) throws InterruptedException {
        Call caller = new Call(UUID.randomUUID().toString(), operation.service(), BenchSettings.DEFAULT_ACCOUNT,
                BenchSettings.DEFAULT_REGION, "");
        try {
            var answer = api.call(operation.service(), operation.operation(), answers.fill(operation.input()), caller);
            if (!operation.as().isEmpty()) {
                answers.put(operation.as(), answer);
            }
        } catch (AwsError refused) {
            return refused.code() + ": " + refused.getMessage();
        } catch (IllegalArgumentException missing) {
            return missing.getMessage();
        }
        awaitDone();
        return "";
    }

    private void awaitDone() throws InterruptedException {
        Instant end = bench.clock().now().plus(PATIENCE);
        while (bench.clock().now().isBefore(end) && underWay()) {
            bench.scheduler().sleep(Duration.ofNanos((long) (BEAT.toNanos() * bench.clock().scale())));
        }
    }

    private boolean underWay() {
        return bench.services().stream().flatMap(service -> service.resources().stream()).map(Resource.class::cast)
                .anyMatch(resource -> UNDER_WAY.contains(resource.state()));
    }
}
