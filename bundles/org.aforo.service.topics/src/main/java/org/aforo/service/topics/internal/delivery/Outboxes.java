package org.aforo.service.topics.internal.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;

import org.aforo.api.Arn;
import org.aforo.api.Bench;

/** The outboxes that were used. Safe for many threads. */
public final class Outboxes implements AutoCloseable {

    private static final String FOLDER = "sns";
    private static final int PARTS = 4;

    private final Bench bench;
    private final LongSupplier kept;
    private final Map<String, Outbox> all = new ConcurrentSkipListMap<>();

    public Outboxes(Bench bench, LongSupplier kept) {
        this.bench = bench;
        this.kept = kept;
        for (String name : bench.logs().names(FOLDER)) {
            String[] parts = name.split("/");
            if (parts.length == PARTS && name.equals(Outbox.logName(parts[1], parts[2]))) {
                of(parts[1], parts[2]);
            }
        }
    }

    /** An account's outbox in a region. */
    public Outbox of(String account, String region) {
        return all.computeIfAbsent(account + '/' + region, key -> new Outbox(bench, account, region, kept));
    }

    /** The one that an ARN names. */
    public Optional<Outbox> find(Arn arn) {
        return arn.resource().equals(Outbox.NAME)
                ? Optional.ofNullable(all.get(arn.account() + '/' + arn.region())) : Optional.empty();
    }

    public Collection<Outbox> all() {
        return all.values();
    }

    /** Removes all. */
    public void clear() {
        all.forEach((key, outbox) -> {
            outbox.close();
            bench.logs().delete("sns/" + key + "/outbox.log");
        });
        all.clear();
    }

    @Override
    public void close() {
        all.values().forEach(Outbox::close);
        all.clear();
    }
}
