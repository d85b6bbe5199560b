package org.aforo.gateway.internal.control;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.aforo.api.Arn;
import org.aforo.api.BenchSettings;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.meter.Meter;
import org.aforo.core.LocalBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WatchTest {

    @TempDir
    Path data;

    private LocalBench bench;
    private Watch watch;
    private long nanos;
    private final List<Shard> shards = new ArrayList<>();

    @BeforeEach
    void open() {
        bench = new LocalBench(BenchSettings.ephemeral(data).withClockScale(0));
        bench.plug(new Shards());
        watch = new Watch(bench, new Guard(bench.events()), () -> nanos);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10})
    void a_change_without_flow_is_seen_within_two_seconds_and_not_all_in_one_look(int hertz) {
        add(10_000);
        assertThat(watch.look().changed()).hasSize(10_000);
        look(2 * hertz, hertz);
        shards.forEach(shard -> shard.tag = "new");

        List<Integer> changed = look(2 * hertz, hertz);

        assertThat(changed.stream().mapToInt(i -> i).sum()).isEqualTo(10_000);
        assertThat(changed).allMatch(count -> hertz == 1 || count <= 5_000);
    }

    /** How many changed at each look. */
    private List<Integer> look(int looks, int hertz) {
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < looks; i++) {
            nanos += 1_000_000_000L / hertz;
            changed.add(watch.look().changed().size());
        }
        return changed;
    }

    @Test
    void of_what_changed_only_that_is_written() {
        add(2);
        watch.look();
        shards.get(1).in.add(3, 30);

        String step = text(watch.look().changed().getFirst());

        assertThat(step).startsWith("{\"arn\":\"" + arn(1) + "\",\"in\":{\"records\":3,\"bytes\":30,\"oneSecond\":{")
                .doesNotContain("errors", "out", "attributes", "state", "kind", "buffers", "links");
        assertThat(watch.look().isNone()).isTrue();
    }

    @Test
    void rates_over_more_than_a_second_are_told_when_flow_begins_once_a_second_and_when_something_fails() {
        add(1);
        look(20, 10);
        List<Boolean> slow = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            shards.getFirst().in.add(i + 1, 30);
            String step = nextStep();
            assertThat(step).contains("\"oneSecond\":{\"records\"");
            slow.add(step.contains("\"tenSeconds\":{\"records\"") && step.contains("\"minute\":{\"records\""));
        }
        assertThat(slow.getFirst()).isTrue();
        assertThat(slow.subList(1, 30)).filteredOn(told -> told).hasSizeBetween(2, 3);

        shards.getFirst().in.add(1, 30);
        shards.getFirst().in.throttle(1);
        assertThat(nextStep()).contains("\"minute\":{\"records\"", "\"throttles\"");
    }

    /** What a look tells a tenth of a second later, of the one resource. */
    private String nextStep() {
        nanos += 100_000_000;
        bench.clock().advance(Duration.ofMillis(100));
        return text(watch.look().changed().getFirst());
    }

    @Test
    void another_state_is_seen_at_once_also_of_what_is_idle() {
        add(1_000);
        watch.look();
        shards.get(777).state = "CLOSED";

        assertThat(watch.look().changed()).extracting(step -> step.seen().arn).containsExactly(arn(777));
    }

    @Test
    void flow_is_seen_at_once_and_so_are_those_that_come_and_go() {
        add(1_000);
        watch.look();
        shards.get(777).in.add(1, 1);
        shards.get(999).in.throttle(1);

        assertThat(watch.look().changed()).extracting(step -> step.seen().arn).containsExactly(arn(777), arn(999));

        Shard gone = shards.remove(5);
        add(1);
        Watch.Change change = watch.look();

        assertThat(change.removed()).extracting(seen -> seen.arn).containsExactly(gone.arn().toString());
        assertThat(change.changed()).extracting(step -> step.seen().arn).contains(arn(1_000));
        assertThat(watch.all()).hasSize(1_000);
    }

    @Test
    void a_resource_that_throws_is_shown_broken_told_once_and_shown_again_when_it_works() {
        add(3);
        later();
        shards.get(1).broken = true;
        shards.get(2).in.add(1, 1);

        List<Step> changed = later().changed();
        later();
        later();

        assertThat(changed).hasSize(2);
        assertThat(text(changed.get(0))).contains("\"state\":\"BROKEN\"",
                "\"Error\":\"IllegalStateException: no way\"");
        assertThat(text(changed.get(1))).contains("\"records\":1");
        assertThat(failures()).hasSize(1);

        shards.get(1).broken = false;
        assertThat(later().changed()).extracting(WatchTest::text).first().asString().contains("OPEN");

        shards.get(1).broken = true;
        later();
        assertThat(failures()).hasSize(2);
    }

    /** A look after all that resources tell is due again. */
    private Watch.Change later() {
        nanos += Seen.ROUND;
        return watch.look();
    }

    private List<String> failures() {
        return bench.events().since(0).stream().filter(e -> e.type().equals("plug-in-failed")).map(e -> e.text())
                .toList();
    }

    private static String text(Step step) {
        return new String(step.json(), StandardCharsets.UTF_8);
    }

    private static String arn(int number) {
        return "arn:aws:shards:us-east-1:000000000000:shard/" + number;
    }

    private int added;

    private void add(int count) {
        for (int i = 0; i < count; i++, added++) {
            Arn arn = Arn.parse(arn(added));
            shards.add(new Shard(arn, bench.meters().open(arn.toString(), "in"),
                    bench.meters().open(arn.toString(), "out")));
        }
    }

    private static final class Shard implements Resource {
        private final Arn arn;
        private final Meter in;
        private final Meter out;
        private String state = "OPEN";
        private String tag = "old";
        private boolean broken;

        Shard(Arn arn, Meter in, Meter out) {
            this.arn = arn;
            this.in = in;
            this.out = out;
        }

        @Override
        public Arn arn() {
            return arn;
        }

        @Override
        public String kind() {
            return "shard";
        }

        @Override
        public String name() {
            return arn.resource();
        }

        @Override
        public String state() {
            return state;
        }

        @Override
        public Map<String, String> attributes() {
            if (broken) {
                throw new IllegalStateException("no way");
            }
            return Map.of("Tag", tag);
        }

        @Override
        public Meter in() {
            return in;
        }

        @Override
        public Meter out() {
            return out;
        }
    }

    private final class Shards implements IngestionService {
        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor("shards", "Shards", "Many.");
        }

        @Override
        public List<Endpoint> endpoints() {
            return List.of();
        }

        @Override
        public Collection<? extends Resource> resources() {
            return List.copyOf(shards);
        }

        @Override
        public void reset() {
            shards.clear();
        }
    }
}
