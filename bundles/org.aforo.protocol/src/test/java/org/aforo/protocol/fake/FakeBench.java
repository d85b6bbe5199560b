package org.aforo.protocol.fake;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.Events;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.fault.Faults;
import org.aforo.api.log.MetadataStore;
import org.aforo.api.log.MetadataStore.MetaMap;

/** As much of a bench as the protocols ask for: settings, metadata in memory, throttling, and events kept. */
public final class FakeBench {

    private final Map<String, Map<String, Object>> metadata = new ConcurrentHashMap<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Bench bench;
    private volatile boolean throttling;

    public FakeBench(boolean strict) {
        BenchSettings settings = BenchSettings.ephemeral(Path.of("unused")).withStrict(strict);
        MetadataStore store = of(MetadataStore.class, (method, in) -> map((String) in[0]));
        Faults faults = of(Faults.class, (method, in) -> method.equals("any") ? throttling : gate((AwsError) in[3]));
        Events kept = of(Events.class, (method, in) -> events.add(in[0] + ": " + in[2]) ? null : null);
        bench = of(Bench.class, (method, in) -> switch (method) {
            case "settings" -> settings;
            case "metadata" -> store;
            case "faults" -> faults;
            case "events" -> kept;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static Object gate(AwsError throttled) {
        throw throttled;
    }

    /** From now on every operation is throttled. */
    public void throttle() {
        throttling = true;
    }

    @FunctionalInterface
    private interface Answer {
        Object to(String method, Object[] in);
    }

    private static <T> T of(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, in) -> answer.to(method.getName(), in)));
    }

    @SuppressWarnings("unchecked")
    private MetaMap<Object> map(String name) {
        Map<String, Object> values = metadata.computeIfAbsent(name, n -> new ConcurrentHashMap<>());
        return of(MetaMap.class, (method, in) -> entry(values, method, in));
    }

    private static Object entry(Map<String, Object> values, String method, Object[] in) {
        if (method.equals("get")) {
            return Optional.ofNullable(values.get(in[0]));
        }
        if (!method.equals("put")) {
            throw new UnsupportedOperationException(method);
        }
        values.put((String) in[0], in[1]);
        return null;
    }

    public Bench bench() {
        return bench;
    }

    /** What was told of, as {@code type: text}. */
    public List<String> events() {
        return events;
    }

    /** Keeps a record in a map of the metadata. */
    public void keep(String map, String key, Object value) {
        map(map).put(key, value);
    }
}
