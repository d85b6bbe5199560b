package org.aforo.core.internal.quota;

import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;

import org.aforo.api.Events;
import org.aforo.api.log.MetadataStore;
import org.aforo.api.log.MetadataStore.MetaMap;
import org.aforo.api.quota.Quotas;

/** The limits; overrides are kept in the metadata store, also those of services that aren't plugged in. */
public final class BenchQuotas implements Quotas {

    private record Changed(long value) {
    }

    private final Events events;
    private final MetaMap<Changed> overrides;
    private final ConcurrentNavigableMap<String, Limit> limits = new ConcurrentSkipListMap<>();
    private volatile boolean lifted;

    public BenchQuotas(MetadataStore metadata, Events events, boolean lifted) {
        this.events = events;
        this.overrides = metadata.map("bench.quotas", Changed.class);
        this.lifted = lifted;
    }

    @Override
    public LongSupplier define(Quota quota) {
        check(quota.key(), quota.value());
        return limits.compute(quota.key(), (key, known) -> {
            Limit limit = known != null ? known : new Limit(overridden(key));
            limit.quota = quota;
            return limit;
        });
    }

    @Override
    public List<Setting> all() {
        return limits.values().stream().map(Limit::setting).toList();
    }

    @Override
    public void override(String key, Long value) {
        Limit limit = limits.get(key);
        if (limit == null) {
            throw new IllegalArgumentException("There is no quota " + key);
        }
        if (value == null) {
            overrides.remove(key);
        } else {
            check(key, value);
            overrides.put(key, new Changed(value));
        }
        limit.override = value;
        events.publish("quota-changed", "", key + " is " + limit.setting().value() + ' ' + limit.quota.unit());
    }

    @Override
    public boolean lifted() {
        return lifted;
    }

    @Override
    public void lift(boolean wanted) {
        if (lifted != wanted) {
            lifted = wanted;
            events.publish("quotas-lifted", "", wanted ? "Limits are lifted" : "Limits are in force again");
        }
    }

    private Long overridden(String key) {
        return overrides.get(key).map(Changed::value).orElse(null);
    }

    private static void check(String key, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("Quota " + key + " must be positive, not " + value);
        }
    }

    private final class Limit implements LongSupplier {

        private volatile Quota quota;
        private volatile Long override;

        Limit(Long override) {
            this.override = override;
        }

        @Override
        public long getAsLong() {
            if (lifted && quota.liftable()) {
                return Long.MAX_VALUE;
            }
            Long own = override;
            return own != null ? own : quota.value();
        }

        Setting setting() {
            return new Setting(quota, getAsLong(), override != null);
        }
    }
}
