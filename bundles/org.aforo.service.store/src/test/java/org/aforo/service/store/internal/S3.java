package org.aforo.service.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.api.BenchSettings;
import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.AwsApi.Operation;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.endpoint.HttpRoute;
import org.aforo.api.endpoint.Payload;
import org.aforo.testkit.TestBench;

/** A stepped bench with the store, whose operations are called as the protocol would call them. */
public final class S3 implements AutoCloseable {

    private final TestBench bench = TestBench.stepped().with(StoreService::new);

    /** Calls an operation in the default account and region; members by their Java names. */
    public Map<String, Object> call(String operation, Object... members) {
        return callAs(BenchSettings.DEFAULT_ACCOUNT, BenchSettings.DEFAULT_REGION, operation, members);
    }

    public Map<String, Object> callAs(String account, String region, String operation, Object... members) {
        Map<String, Object> input = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            input.put((String) members[i], members[i + 1]);
        }
        try {
            return run(operation(operation), input, new Call("test", "s3", account, region, ""));
        } catch (ReflectiveOperationException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The error that a call is answered with. */
    public AwsError refused(String operation, Object... members) {
        try {
            call(operation, members);
        } catch (AwsError e) {
            return e;
        }
        throw new AssertionError(operation + " was not refused");
    }

    public S3 bucket(String name) {
        call("CreateBucket", "bucket", name);
        return this;
    }

    public Map<String, Object> put(String bucket, String key, String text) {
        return call("PutObject", "bucket", bucket, "key", key, "body", Payload.of(text));
    }

    public String get(String bucket, String key, Object... more) {
        Object[] members = Arrays.copyOf(new Object[] {"bucket", bucket, "key", key}, 4 + more.length);
        System.arraycopy(more, 0, members, 4, more.length);
        return text((Payload) call("GetObject", members).get("body"));
    }

    public static String text(Payload body) {
        try (InputStream in = body.stream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** POSTs to the SQL route. */
    public HttpRoute.Response sql(String json) {
        HttpRoute route = (HttpRoute) service().endpoints().get(1);
        try {
            return route.handler().handle(new HttpRoute.Request("POST", route.path(), Map.of(), Map.of(),
                    Payload.of(json)));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public StoreService service() {
        return (StoreService) bench.service("s3");
    }

    public TestBench bench() {
        return bench;
    }

    /** The folder of all buckets. */
    public Path folder() {
        return bench.bench().files("s3").toAbsolutePath().normalize();
    }

    @Override
    public void close() {
        bench.close();
    }

    private Operation<?, ?> operation(String name) {
        return ((AwsApi) service().endpoints().get(0)).operations().stream().filter(o -> o.name().equals(name))
                .findFirst().orElseThrow(() -> new AssertionError("No operation " + name));
    }

    private static <I, O> Map<String, Object> run(Operation<I, O> operation, Map<String, Object> members, Call call)
            throws ReflectiveOperationException, InterruptedException {
        RecordComponent[] components = operation.input().getRecordComponents();
        Object[] values = Arrays.stream(components).map(c -> members.remove(c.getName())).toArray();
        if (!members.isEmpty()) {
            throw new AssertionError(operation.name() + " has no " + members.keySet());
        }
        Constructor<I> constructor = operation.input().getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        O output = operation.handler().handle(constructor.newInstance(values), call);
        Map<String, Object> result = new LinkedHashMap<>();
        if (output != null) {
            for (RecordComponent component : output.getClass().getRecordComponents()) {
                result.put(component.getName(), component.getAccessor().invoke(output));
            }
        }
        return result;
    }
}
