package org.aforo.scenario.internal.report;

import static org.aforo.scenario.internal.report.Texts.clock;
import static org.aforo.scenario.internal.report.Texts.escaped;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.aforo.api.Events.Event;
import org.aforo.scenario.Outcome;
import org.aforo.scenario.Outcome.Check;
import org.aforo.scenario.Outcome.Check.Result;
import org.aforo.scenario.Outcome.Produced;
import org.aforo.scenario.Outcome.Stepped;

/** A run as one HTML page that refers to nothing outside itself. */
public final class HtmlReport {

    private static final int MOST_EVENTS = 500;

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1c2128;--mute:#6b7280;--line:#d8dde3;--ground:#fff;--card:#f6f8fa;
            --good:#1a7f37;--bad:#c62828}
            @media(prefers-color-scheme:dark){:root{--ink:#e6e9ed;--mute:#9aa4b0;--line:#363d47;--ground:#15181d;
            --card:#1d2229;--good:#4cc46b;--bad:#ff7b72}}
            body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground);max-width:960px;
            margin:2rem auto;padding:0 1rem}
            h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}
            p{margin:.3rem 0;color:var(--mute)}
            table{border-collapse:collapse;width:100%;font-size:.92em}
            th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;
            overflow-wrap:anywhere}
            th{color:var(--mute);font-weight:600;white-space:nowrap}
            td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            .PASSED{color:var(--good)}.FAILED{color:var(--bad)}.SKIPPED{color:var(--mute)}
            .verdict{font-weight:700;font-size:1.05rem}
            figure{margin:1rem 0;padding:.5rem;background:var(--card);border-radius:8px}
            details{margin-top:1rem}summary{cursor:pointer;font-weight:600}
            """;

    private final Outcome outcome;
    private final StringBuilder html = new StringBuilder(1 << 16);

    private HtmlReport(Outcome outcome) {
        this.outcome = outcome;
    }

    public static String of(Outcome outcome) {
        return new HtmlReport(outcome).write();
    }

    private String write() {
        String name = escaped(outcome.scenario().name());
        html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>").append(name)
                .append("</title><meta name=\"viewport\" content=\"width=device-width\"><style>").append(STYLE)
                .append("</style></head><body>\n");
        head(name);
        checks();
        ends("Producers", "Sends to", outcome.producers());
        ends("Consumers", "Receives from", outcome.consumers());
        steps();
        html.append("<h2>Flow</h2>\n");
        new ReportCharts(outcome).all().forEach(svg -> html.append("<figure>").append(svg).append("</figure>\n"));
        flushes();
        events();
        return html.append("</body></html>\n").toString();
    }

    private void head(String name) {
        long failed = outcome.checks().stream().filter(check -> check.result() == Result.FAILED).count();
        html.append("<h1>").append(name).append("</h1>\n<p>").append(escaped(outcome.scenario().description()))
                .append("</p>\n<p class=\"verdict ").append(failed == 0 ? "PASSED\">All expectations hold"
                        : "FAILED\">" + failed + " of " + outcome.checks().size() + " expectations do not hold")
                .append("</p>\n<p>").append(clock(outcome.scenario().span())).append(" of bench time at x")
                .append(Texts.number(outcome.scenario().clock())).append(", begun ").append(outcome.began())
                .append("; took ").append(String.format(Locale.ROOT, "%.1f", outcome.real().toMillis() / 1000.0))
                .append(" s</p>\n");
    }

    private void checks() {
        html.append("<h2>Expectations</h2>\n<table><tr><th>Result</th><th>Expected</th><th>Found</th></tr>\n");
        for (Check check : outcome.checks()) {
            row("<td class=\"" + check.result() + "\">" + check.result().name().toLowerCase(Locale.ROOT) + "</td>",
                    cell(check.title()), cell(check.detail()));
        }
        html.append("</table>\n");
    }

    private void ends(String title, String where, List<Produced> ends) {
        if (ends.isEmpty()) {
            return;
        }
        html.append("<h2>").append(title).append("</h2>\n<table><tr><th>Name</th><th>").append(where)
                .append("</th><th class=\"n\">Records</th><th class=\"n\">Bytes</th><th>Note</th></tr>\n");
        for (Produced end : ends) {
            row(cell(end.name()), cell(end.target()), count(end.records()), count(end.bytes()), cell(end.note()));
        }
        html.append("</table>\n");
    }

    private void steps() {
        if (outcome.steps().isEmpty()) {
            return;
        }
        html.append("<h2>Steps</h2>\n<table><tr><th class=\"n\">At</th><th>Operation</th><th>Refused</th></tr>\n");
        for (Stepped step : outcome.steps()) {
            row("<td class=\"n\">" + clock(Duration.ofMillis(Math.round(step.seconds() * 1000))) + "</td>",
                    cell(step.operation()), cell(step.problem()));
        }
        html.append("</table>\n");
    }

    private void flushes() {
        List<Event> flushes = outcome.events().stream().filter(event -> event.type().equals("flush")).toList();
        if (!flushes.isEmpty()) {
            html.append("<h2>Flushes</h2>\n");
            table(flushes);
        }
    }

    private void events() {
        List<Event> others = outcome.events().stream().filter(event -> !event.type().equals("flush")).limit(MOST_EVENTS)
                .toList();
        if (!others.isEmpty()) {
            html.append("<details><summary>Events</summary>\n");
            table(others);
            html.append("</details>\n");
        }
    }

    private void table(List<Event> events) {
        html.append("<table><tr><th class=\"n\">At</th><th>Event</th><th>Resource</th><th>What</th></tr>\n");
        for (Event event : events) {
            String resource = event.resource().substring(event.resource().lastIndexOf(':') + 1);
            row("<td class=\"n\">" + clock(Duration.between(outcome.began(), event.time())) + "</td>",
                    cell(event.type()), cell(resource), cell(event.text()));
        }
        html.append("</table>\n");
    }

    private void row(String... cells) {
        html.append("<tr>").append(String.join("", cells)).append("</tr>\n");
    }

    private static String cell(String text) {
        return "<td>" + escaped(text) + "</td>";
    }

    private static String count(long value) {
        return "<td class=\"n\">" + String.format(Locale.ROOT, "%,d", value) + "</td>";
    }
}
