package org.aforo.gateway.internal.control;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

import static org.assertj.core.api.Assertions.assertThat;

class WatchTest {

    @TempDir
    Path data;

    private LocalBench bench;
    private Watch watch;
    private final List<Shard> shards = new ArrayList<>();

    @BeforeEach
    void open() {
        bench = new LocalBench(BenchSettings.ephemeral(data).withClockScale(0));
        bench.plug(new Shards());
        watch = new Watch(bench, new Guard(bench.events()));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void of_many_idle_resources_each_is_looked_at_closely_in_its_turn() {
        add(1_000);
        assertThat(watch.look().changed()).hasSize(1_000);
        assertThat(watch.look().isNone()).isTrue();
        shards.forEach(shard -> shard.tag = "new");

        int looks = 0;
        for (int changed = 0; changed < 1_000; looks++) {
            int now = watch.look().changed().size();
            assertThat(now).isBetween(1, 100);
            changed += now;
        }

        assertThat(looks).isEqualTo(10);
    }

    @Test
    void another_state_is_seen_at_once_also_of_what_is_idle() {
        add(1_000);
        watch.look();
        shards.get(777).state = "CLOSED";

        assertThat(watch.look().changed()).extracting(seen -> seen.arn).containsExactly(arn(777));
    }

    @Test
    void flow_is_seen_at_once_and_so_are_those_that_come_and_go() {
        add(1_000);
        watch.look();
        shards.get(777).in.add(1, 1);
        shards.get(999).in.throttle(1);

        assertThat(watch.look().changed()).extracting(seen -> seen.arn).containsExactly(arn(777), arn(999));

        Shard gone = shards.remove(5);
        add(1);
        Watch.Change change = watch.look();

        assertThat(change.removed()).extracting(seen -> seen.arn).containsExactly(gone.arn().toString());
        assertThat(change.changed()).extracting(seen -> seen.arn).contains(arn(1_000));
        assertThat(watch.all()).hasSize(1_000);
    }

    @Test
    void a_resource_that_throws_is_shown_broken_told_once_and_shown_again_when_it_works() {
        add(3);
        watch.look();
        shards.get(1).broken = true;
        shards.get(2).in.add(1, 1);

        List<Seen> changed = watch.look().changed();
        watch.look();
        watch.look();

        assertThat(changed).hasSize(2);
        assertThat(text(changed.get(0))).contains("\"state\":\"BROKEN\"", "\"Error\":\"IllegalStateException: no way\"",
                "\"kind\":\"shard\"");
        assertThat(text(changed.get(1))).contains("\"state\":\"OPEN\"");
        assertThat(failures()).hasSize(1);

        shards.get(1).broken = false;
        assertThat(watch.look().changed()).extracting(WatchTest::text).first().asString().contains("OPEN");

        shards.get(1).broken = true;
        watch.look();
        assertThat(failures()).hasSize(2);
    }

    private List<String> failures() {
        return bench.events().since(0).stream().filter(e -> e.type().equals("plug-in-failed")).map(e -> e.text())
                .toList();
    }

    private static String text(Seen seen) {
        return new String(seen.json, StandardCharsets.UTF_8);
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
