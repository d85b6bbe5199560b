package org.aforo.protocol.internal.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.aforo.protocol.internal.json.JsonReader;

/** Reads AWS's models in C2J form, the one of {@code com.amazonaws:aws-java-sdk-models}. */
public final class C2jLoader {

    private final Map<String, Object> metadata;
    private final Map<String, Object> operations;
    private final C2jShapes shapes;
    private final String protocol;

    private C2jLoader(Map<String, Object> root) {
        metadata = map(root.get("metadata"));
        operations = map(root.get("operations"));
        protocol = text(metadata, "protocol");
        shapes = new C2jShapes(map(root.get("shapes")), !"json".equals(protocol));
    }

    /**
     * Reads a model.
     *
     * @throws UncheckedIOException when it can't be read
     */
    public static ServiceModel load(URL url) {
        return load(url, null);
    }

    /**
     * Reads a model, and what completes it.
     *
     * @param additions objects that are put into the model's, member by member; or null
     * @throws UncheckedIOException when one of them can't be read
     */
    public static ServiceModel load(URL url, URL additions) {
        Map<String, Object> root = read(url);
        return new C2jLoader(additions == null ? root : merged(root, read(additions))).model();
    }

    private static Map<String, Object> read(URL url) {
        try (InputStream in = url.openStream()) {
            JsonReader reader = new JsonReader(in.readAllBytes()).without("documentation");
            return map(reader.document(reader.next()));
        } catch (IOException e) {
            throw new UncheckedIOException("Model " + url, e);
        }
    }

    private static Map<String, Object> merged(Map<String, Object> into, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(into);
        more.forEach((key, value) -> all.merge(key, value,
                (old, added) -> old instanceof Map && added instanceof Map ? merged(map(old), map(added)) : added));
        return all;
    }

    private ServiceModel model() {
        Map<String, Operation> all = new LinkedHashMap<>();
        operations.forEach((name, value) -> all.put(name, operation(name, map(value))));
        String signing = text(metadata, "signingName");
        return new ServiceModel(text(metadata, "serviceId"), text(metadata, "apiVersion"), protocols(),
                text(metadata, "jsonVersion"), text(metadata, "targetPrefix"),
                signing == null ? text(metadata, "endpointPrefix") : signing,
                Boolean.TRUE.equals(metadata.get("hostIds")),
                metadata.containsKey("awsQueryCompatible"), text(metadata, "addressed"), text(metadata, "missing"),
                C2jShapes.namespace(metadata.get("xmlNamespace")), smithyNamespace(), Map.copyOf(all), shapes.errors());
    }

    /** C2J doesn't tell it; AWS derives it from the service's id. */
    private String smithyNamespace() {
        String id = text(metadata, "serviceId");
        return id == null ? null : "com.amazonaws." + id.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private Set<String> protocols() {
        Set<String> all = new LinkedHashSet<>();
        all.add(protocol);
        list(metadata.get("protocols")).forEach(p -> all.add((String) p));
        if (metadata.containsKey("awsQueryCompatible")) {
            all.add("query");
        }
        return all;
    }

    private Operation operation(String name, Map<String, Object> source) {
        Map<String, Object> http = map(source.get("http"));
        List<Shape> errors = new ArrayList<>();
        list(source.get("errors")).forEach(e -> errors.add(shapes.get(text(map(e), "shape"))));
        Map<String, Object> output = map(source.get("output"));
        Object status = http.get("responseCode");
        return new Operation(name, text(http, "method"), text(http, "requestUri"),
                status == null ? 200 : ((Number) status).intValue(), top(map(source.get("input"))), top(output),
                text(output, "resultWrapper"), checksumRequired(source), errors);
    }

    private static boolean checksumRequired(Map<String, Object> source) {
        return source.containsKey("httpChecksumRequired")
                || Boolean.TRUE.equals(map(source.get("httpChecksum")).get("requestChecksumRequired"));
    }

    /** The element's name and namespace may be told where an operation refers to its input (rest-xml). */
    private Shape top(Map<String, Object> reference) {
        String name = text(reference, "shape");
        return name == null ? null : shapes.root(name, reference);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }

    static String text(Map<String, Object> from, String key) {
        return (String) from.get(key);
    }

}
