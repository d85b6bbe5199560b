package org.aforo.service.metrics.internal;

import static org.aforo.service.metrics.internal.MetricsBench.dimension;
import static org.aforo.service.metrics.internal.MetricsBench.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListMetricsTest {

    private final MetricsBench bench = new MetricsBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @SuppressWarnings("unchecked")
    private List<String> names(Object... members) {
        List<Map<String, Object>> metrics = (List<Map<String, Object>>) bench.call("ListMetrics", in(members))
                .get("Metrics");
        return metrics.stream().map(m -> (String) m.get("MetricName")).toList();
    }

    @Test
    void metricsAreFoundByNamespaceNameAndDimensions() {
        bench.put("a", "Value", 1.0, "Dimensions", List.of(dimension("Shard", "0"), dimension("Host", "h")));
        bench.put("b", "Value", 1.0, "Dimensions", List.of(dimension("Shard", "1")));
        bench.put("c", "Value", 1.0);

        assertThat(names()).containsExactly("a", "b", "c");
        assertThat(names("Namespace", "Lab")).hasSize(3);
        assertThat(names("Namespace", "Other")).isEmpty();
        assertThat(names("MetricName", "b")).containsExactly("b");
        assertThat(names("Dimensions", List.of(in("Name", "Shard")))).containsExactly("a", "b");
        assertThat(names("Dimensions", List.of(in("Name", "Shard", "Value", "1")))).containsExactly("b");
        assertThat(names("Dimensions", List.of(in("Name", "Shard"), in("Name", "Host")))).containsExactly("a");
    }

    @Test
    void eachAccountAndRegionHasItsOwn() {
        bench.put("a", "Value", 1.0);
        Call elsewhere = new Call("test", "monitoring", "111122223333", "eu-south-2", "");

        assertThat((List<?>) bench.bench.call("monitoring", "ListMetrics", in(), elsewhere).get("Metrics")).isEmpty();
    }

    @Test
    void pagesTellEachOnce() {
        bench.bench.bench().quotas().override("monitoring.listed-metrics", 2L);
        for (String name : List.of("e", "b", "d", "a", "c")) {
            bench.put(name, "Value", 1.0);
        }
        List<List<String>> pages = new ArrayList<>();
        String token = null;
        do {
            Map<String, Object> answer = bench.call("ListMetrics", in("NextToken", token));
            pages.add(names("NextToken", token));
            token = (String) answer.get("NextToken");
        } while (token != null);

        assertThat(pages).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
        assertThat(bench.refused("ListMetrics", in("NextToken", "?")).code())
                .isEqualTo("InvalidParameterValueException");
    }

    @Test
    void metricsAreForgottenWithTime() {
        bench.put("a", "Value", 1.0);
        bench.bench.advance(Duration.ofHours(3));
        assertThat(names("RecentlyActive", "PT3H")).containsExactly("a");
        bench.bench.advance(Duration.ofMinutes(1));
        assertThat(names("RecentlyActive", "PT3H")).isEmpty();
        assertThat(names()).containsExactly("a");
        bench.bench.advance(Duration.ofDays(14));
        assertThat(names()).isEmpty();
    }

    @Test
    void aResetForgetsAll() {
        bench.put("a", "Value", 1.0);
        bench.bench.service("monitoring").reset();

        assertThat(names()).isEmpty();
    }
}
