package org.aforo.scenario.internal.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.Bench;
import org.aforo.api.Producers;
import org.aforo.api.endpoint.AwsError;
import org.aforo.scenario.internal.produce.Template;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The producers of demo data: at most {@value #MOST} at a time; those that ended make room for new ones. */
@Component(service = Producers.class, immediate = true)
public final class DemoProducers implements Producers, AutoCloseable {

    private static final int MOST = 64;
    private static final int MOST_KEYS = 100_000;
    private static final double MOST_RATE = 1e6;
    private static final double MOST_SKEW = 10;

    private final Bench bench;
    private final Map<String, DemoProducer> producers = new LinkedHashMap<>();
    private long last;

    @Activate
    public DemoProducers(@Reference Bench bench) {
        this.bench = bench;
    }

    @Override
    public synchronized List<Producer> list() {
        return producers.values().stream().map(DemoProducer::state).toList();
    }

    @Override
    public synchronized Producer start(Order order) throws AwsError {
        check(order);
        makeRoom();
        String id = "demo-" + (last + 1);
        DemoProducer producer = new DemoProducer(id, last + 1, order, bench);
        last++;
        producers.put(id, producer);
        producer.start();
        bench.events().publish("producer-started", order.arn(), id + ": " + order.payload() + ", " + order.rate()
                + " records/s");
        return producer.state();
    }

    private void check(Order order) throws AwsError {
        if (!(order.rate() > 0 && order.rate() <= MOST_RATE)) {
            throw bad("rate must be above 0 and at most 1000000 records a second.");
        }
        if (order.keys() < 1 || order.keys() > MOST_KEYS) {
            throw bad("keys must be from 1 to " + MOST_KEYS + '.');
        }
        if (!(order.skew() >= 0 && order.skew() <= MOST_SKEW)) {
            throw bad("skew must be from 0 to 10.");
        }
        if (order.total() != null && order.total() < 1) {
            throw bad("total must be at least 1.");
        }
        switch (order.payload()) {
            case "ticker" -> {
                if (order.template() != null) {
                    throw bad("The ticker has no template; the payload \"template\" has.");
                }
            }
            case "template" -> new Template(order.template());
            default -> throw bad("payload must be ticker or template.");
        }
        bench.destinations().sink(order.arn());
    }

    private void makeRoom() throws AwsError {
        if (producers.size() < MOST) {
            return;
        }
        String ended = producers.entrySet().stream().filter(each -> !each.getValue().state().running())
                .map(Map.Entry::getKey).findFirst()
                .orElseThrow(() -> AwsError.client("LimitExceeded", "There are " + MOST + " producers already."));
        producers.remove(ended).stop();
    }

    private static AwsError bad(String message) {
        return AwsError.client("InvalidProducer", message);
    }

    @Override
    public synchronized boolean remove(String id) {
        DemoProducer producer = producers.remove(id);
        if (producer == null) {
            return false;
        }
        producer.stop();
        bench.events().publish("producer-stopped", producer.state().order().arn(), id);
        return true;
    }

    @Override
    public synchronized void clear() {
        producers.values().forEach(DemoProducer::stop);
        producers.clear();
    }

    @Override
    @Deactivate
    public void close() {
        clear();
    }
}
