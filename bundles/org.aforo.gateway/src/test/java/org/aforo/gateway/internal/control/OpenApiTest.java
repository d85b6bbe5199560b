package org.aforo.gateway.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.api.BenchSettings;
import org.aforo.core.LocalBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {

    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\\s*\"#/components/(\\w+)/(\\w+)\"");

    /** What services answer below the API's path; a test of the whole product holds it against them. */
    private static final List<String> OF_SERVICES = List.of("POST /messages", "POST /sql");

    @TempDir
    Path data;

    @Test
    void describes_what_is_answered_and_nothing_else() throws Exception {
        try (LocalBench bench = new LocalBench(BenchSettings.ephemeral(data));
                ControlApi api = new ControlApi(bench, null, Optional::empty, Optional::empty, "1")) {
            List<String> served = new ArrayList<>(api.operations());
            served.addAll(OF_SERVICES);
            assertThat(described()).containsExactlyInAnyOrderElementsOf(served);
        }
    }

    @Test
    void names_every_variable_part_of_a_path_as_a_parameter() throws Exception {
        for (Map.Entry<String, Object> path : map(description(), "paths").entrySet()) {
            Set<String> names = new TreeSet<>();
            Matcher variable = Pattern.compile("\\{(\\w+)}").matcher(path.getKey());
            while (variable.find()) {
                names.add(variable.group(1));
            }
            for (Object operation : ((Map<?, ?>) path.getValue()).values()) {
                assertThat(parameters(operation)).as(path.getKey()).isEqualTo(names);
            }
        }
    }

    private static Set<String> parameters(Object operation) {
        Set<String> found = new TreeSet<>();
        if (((Map<?, ?>) operation).get("parameters") instanceof List<?> list) {
            for (Object parameter : list) {
                if ("path".equals(((Map<?, ?>) parameter).get("in"))) {
                    found.add((String) ((Map<?, ?>) parameter).get("name"));
                }
            }
        }
        return found;
    }

    @Test
    void every_reference_leads_somewhere() throws Exception {
        Map<String, Object> components = map(description(), "components");
        Matcher reference = REFERENCE.matcher(Description.text());
        int seen = 0;
        while (reference.find()) {
            assertThat(map(components, reference.group(1))).containsKey(reference.group(2));
            seen++;
        }
        assertThat(seen).isGreaterThan(20);
    }

    private static List<String> described() throws Exception {
        List<String> operations = new ArrayList<>();
        for (Map.Entry<String, Object> path : map(description(), "paths").entrySet()) {
            for (Object method : ((Map<?, ?>) path.getValue()).keySet()) {
                operations.add(((String) method).toUpperCase(Locale.ROOT) + ' ' + path.getKey());
            }
        }
        return operations;
    }

    private static Map<String, Object> description() throws Exception {
        return Json.object(ByteBuffer.wrap(Description.text().getBytes(StandardCharsets.UTF_8)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> in, String name) {
        return (Map<String, Object>) in.get(name);
    }
}
