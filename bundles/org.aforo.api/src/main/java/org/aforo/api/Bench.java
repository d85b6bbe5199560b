package org.aforo.api;

import java.nio.file.Path;
import java.util.List;

import org.aforo.api.access.AccessPolicies;
import org.aforo.api.fault.Faults;
import org.aforo.api.flow.Buffers;
import org.aforo.api.flow.Destinations;
import org.aforo.api.log.MetadataStore;
import org.aforo.api.log.RecordLogs;
import org.aforo.api.meter.Meters;
import org.aforo.api.quota.Quotas;
import org.aforo.api.time.BenchClock;
import org.aforo.api.time.Scheduler;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Everything a service is given: one mechanism each for time, figures, failures, limits, storage and
 * finding one another. All of it is safe for use by many threads. The bench outlives every service.
 */
@ProviderType
public interface Bench {

    /** How this bench was started. */
    BenchSettings settings();

    /** The only clock a service may read. */
    BenchClock clock();

    /** Timers and waits by {@link #clock()}, and virtual threads. */
    Scheduler scheduler();

    /** Where figures are kept. */
    Meters meters();

    /** Failures injected on purpose. */
    Faults faults();

    /** AWS's limits. */
    Quotas quotas();

    /** Who may do what: policies of resources. */
    AccessPolicies policies();

    /** Flush triggers by size, count and age. */
    Buffers buffers();

    /** Durable record logs. */
    RecordLogs logs();

    /** Small durable maps. */
    MetadataStore metadata();

    /** Sinks and sources of other services, by ARN. */
    Destinations destinations();

    /** What happened, for people to read. */
    Events events();

    /**
     * A folder of the service's own for plain files a person may open; made when asked for.
     *
     * @param service the service's id
     */
    Path files(String service);

    /** The services that are plugged in now, in the order they came. */
    List<IngestionService> services();
}
