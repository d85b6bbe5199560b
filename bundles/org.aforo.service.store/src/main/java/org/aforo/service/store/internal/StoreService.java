package org.aforo.service.store.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.api.Action;
import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.Text;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.endpoint.HttpRoute;
import org.aforo.api.flow.ObjectSink;
import org.aforo.api.flow.RecordPeek;
import org.aforo.service.store.internal.checksum.Claims;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.ObjectHeaders;
import org.aforo.service.store.internal.disk.Store;
import org.aforo.service.store.internal.sql.SqlRoute;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The landing zone: S3 over plain files, and SQL over what landed. */
@Component(service = IngestionService.class, immediate = true)
public final class StoreService implements IngestionService, AutoCloseable {

    private static final Conditions UNCONDITIONAL = Conditions.write(null, null);

    private final Store store;
    private final Context context;
    private final SqlRoute sql;
    private final List<Endpoint> endpoints;

    /** Opens what the bench's data folder holds. */
    @Activate
    public StoreService(@Reference Bench bench) {
        store = new Store(bench);
        context = new Context(store, new Limits(bench.quotas()), bench.clock());
        sql = new SqlRoute(context);
        endpoints = List.of(new S3Api(context, bench.faults()).build(), new HttpRoute(SqlRoute.PATH, sql::handle));
    }

    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor("s3", "S3 landing zone",
                Text.of("Objects as plain files, and SQL over them.",
                        "Objetos como simples ficheros, y SQL sobre ellos."),
                Text.of("bucket", "bucket"));
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    @Override
    public Collection<Bucket> resources() {
        return store.buckets();
    }

    @Override
    public void reset() {
        store.clear();
    }

    @Override
    public Optional<ObjectSink> objects(Arn arn) {
        return arn.service().equals("s3") ? store.find(arn.resource()).map(bucket -> sink(bucket.name()))
                : Optional.empty();
    }

    @Override
    public Optional<RecordPeek> peek(Arn arn) {
        return arn.service().equals("s3") ? store.find(arn.resource()).map(ObjectPeek::new) : Optional.empty();
    }

    @Override
    public List<Action> actions() {
        return StoreActions.all();
    }

    @Override
    public long empty(Arn arn) {
        return context.bucket(arn.resource()).empty();
    }

    @Deactivate
    @Override
    public void close() {
        sql.close();
        store.close();
    }

    private ObjectSink sink(String bucket) {
        return (key, body, headers) -> {
            ObjectHeaders kept = context.headers(ObjectHeaders.of(headers));
            new Objects(context).put(context.bucket(bucket), context.key(key), body, Claims.NONE, kept, Map.of(),
                    UNCONDITIONAL);
        };
    }
}
