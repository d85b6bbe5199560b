package org.aforo.service.metrics.internal;

import java.util.Collection;
import java.util.List;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.Text;
import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.service.metrics.internal.op.GetMetricData;
import org.aforo.service.metrics.internal.op.GetMetricStatistics;
import org.aforo.service.metrics.internal.op.ListMetrics;
import org.aforo.service.metrics.internal.op.PutMetricData;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * CloudWatch's metrics: those that the bench's services publish, and those that clients put. Holds no resources.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/Welcome.html">API reference</a>
 */
@Component(service = IngestionService.class, immediate = true)
public final class MetricsService implements IngestionService, AutoCloseable {

    private static final String MODEL = "/model/monitoring-2010-08-01-model.json";

    private final Bench bench;
    private final Limits limits;
    private final MetricStore store;
    private final Sampler sampler;

    /** Begins to look at what services publish. */
    @Activate
    public MetricsService(@Reference Bench bench) {
        this.bench = bench;
        this.limits = new Limits(bench.quotas());
        this.store = new MetricStore(limits.hours);
        this.sampler = new Sampler(bench, store);
    }

    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor("monitoring", "CloudWatch metrics",
                Text.of("What the services measure, by AWS's names, and metrics of your own.",
                        "Lo que miden los servicios, con los nombres de AWS, y métricas propias."));
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(AwsApi.of(MetricsService.class.getResource(MODEL))
                .operation("GetMetricData", GetMetricData.Input.class, GetMetricData.Output.class,
                        new GetMetricData(store, limits)::handle)
                .operation("GetMetricStatistics", GetMetricStatistics.Input.class, GetMetricStatistics.Output.class,
                        GetMetricStatistics.Input::namespace, new GetMetricStatistics(store, limits)::handle)
                .operation("ListMetrics", ListMetrics.Input.class, ListMetrics.Output.class,
                        ListMetrics.Input::namespace, new ListMetrics(store, limits, bench.clock())::handle)
                .operation("PutMetricData", PutMetricData.Input.class, Void.class, PutMetricData.Input::namespace,
                        new PutMetricData(store, limits, bench.clock())::handle)
                .build());
    }

    @Override
    public Collection<? extends Resource> resources() {
        return List.of();
    }

    /** Forgets what was measured; what services measure from now on is published as before. */
    @Override
    public void reset() {
        store.clear();
    }

    @Override
    @Deactivate
    public void close() {
        sampler.close();
    }
}
