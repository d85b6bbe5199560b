package org.aforo.scenario.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.aforo.api.Events.Event;
import org.aforo.scenario.Outcome;
import org.aforo.scenario.Outcome.Check;
import org.aforo.scenario.Outcome.Check.Result;
import org.aforo.scenario.Outcome.Produced;
import org.aforo.scenario.Outcome.Stepped;
import org.aforo.scenario.Scenario;
import org.aforo.scenario.Scenario.ChartSpec;
import org.aforo.scenario.Timeline;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ReportsTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void junitXmlCountsAndNamesEachCheck() throws Exception {
        Element suite = xml(JUnitReport.of(outcome()));
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        Element failed = (Element) suite.getElementsByTagName("testcase").item(1);
        assertThat(failed.getAttribute("name")).isEqualTo("1 < 2 & \"so\"");
        assertThat(((Element) failed.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo("found <3>");
    }

    @Test
    void htmlEscapesWhatItShowsAndRefersToNothingOutside() {
        String html = HtmlReport.of(outcome());
        assertThat(html)
                .contains("1 &lt; 2 &amp; &quot;so&quot;", "1 of 3 expectations do not hold", "1:30", "flush",
                        "<h2>Consumers</h2>", "1:01</td><td>kinesis.SplitShard", "By &lt;shard&gt;",
                        "SplitShard<")
                .doesNotContain("<script", "found <3>", "src=", "href=\"http");
    }

    private static Outcome outcome() {
        Scenario scenario = new Scenario("A <b>", "d", 60, 1, List.of(), List.of(), List.of(), List.of(),
                List.of(), Duration.ofMinutes(5), Duration.ofMinutes(1), List.of(),
                List.of(new ChartSpec("By <shard>", List.of("d"), "in", "records")));
        return new Outcome(scenario, BEGAN, Duration.ofSeconds(7), List.of(new Produced("p", "kinesis:s", 1, 2, "")),
                List.of(new Produced("c", "kinesis:s", 3, 4, "")),
                List.of(new Stepped("kinesis.SplitShard", 61, "")),
                List.of(new Check("fine", Result.PASSED, "", Duration.ZERO),
                        new Check("1 < 2 & \"so\"", Result.FAILED, "found <3>\u0001", Duration.ZERO),
                        new Check("left out", Result.SKIPPED, "no python", Duration.ZERO)),
                new Timeline(),
                List.of(new Event(1, BEGAN.plusSeconds(90), "flush", "arn:x:deliverystream/d", "SIZE <1>")));
    }

    private static Element xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
    }
}
