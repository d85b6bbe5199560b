package org.aforo.scenario.internal.produce;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.SplittableRandom;

import org.aforo.api.time.BenchClock;
import org.aforo.scenario.Scenario.Origin.DemoTemplate;

/** Records made from a template, without end. */
final class Templated implements Iterator<Item> {

    private final Template template;
    private final Zipf keys;
    private final SplittableRandom random;
    private final BenchClock clock;
    private long made;

    Templated(DemoTemplate origin, long seed, BenchClock clock) {
        this.template = new Template(origin.template());
        this.keys = new Zipf(origin.keys(), origin.skew());
        this.random = new SplittableRandom(seed);
        this.clock = clock;
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Item next() {
        String key = "key-" + (keys.draw(random) + 1);
        Template.Context context = new Template.Context(++made, key, clock.now(), random);
        return new Item(key, template.fill(context).getBytes(StandardCharsets.UTF_8));
    }
}
