package org.aforo.gateway.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.aforo.gateway.internal.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusTest {

    private static final Pattern SAMPLE = Pattern.compile(
            "[a-z_]+(\\{[a-z]+=\"(\\\\[\\\\n\"]|[^\"\\\\\\n])*\"(,[a-z]+=\"(\\\\[\\\\n\"]|[^\"\\\\\\n])*\")*})? "
                    + "(\\+Inf|-?[0-9.E+-]+)");

    @TempDir
    Path data;

    @Test
    void is_in_the_text_format_with_every_family_once() throws Exception {
        try (Box box = Box.of(data, Box::echo)) {
            FakeService service = new FakeService(box.bench, "fake");
            box.bench.plug(service);
            FakeService.Pipe pipe = service.pipe("pipe", "odd\"name\\ \n");
            pipe.in().add(7, 70);
            pipe.in().latency(2_000_000);
            service.pipe("pipe", "other");

            HttpResponse<String> answer = box.get("/_aforo/metrics/prometheus");

            assertThat(answer.headers().firstValue("content-type"))
                    .hasValue("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.body()).contains("aforo_records_total{service=\"fake\",kind=\"pipe\",resource=\""
                    + "arn:aws:fake:us-east-1:000000000000:pipe/odd\\\"name\\\\ \\n\",direction=\"in\"} 7\n",
                    "aforo_clock_scale 0\n", "aforo_buffer_max_bytes{", "quantile=\"0.99\"} 0.00");
            String family = "";
            List<String> families = new ArrayList<>();
            for (String line : answer.body().split("\n")) {
                if (line.startsWith("# TYPE ")) {
                    family = line.split(" ")[2];
                    families.add(family);
                } else if (!line.startsWith("# HELP ")) {
                    assertThat(line).matches(SAMPLE).startsWith(family);
                }
            }
            assertThat(families).doesNotHaveDuplicates().hasSizeGreaterThan(8);
        }
    }
}
