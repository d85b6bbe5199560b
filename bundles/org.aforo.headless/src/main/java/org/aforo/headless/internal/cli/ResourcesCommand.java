package org.aforo.headless.internal.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists what the bench holds, with what flows through it. */
@Command(name = "resources", description = "List the bench's resources and what flows through them.")
final class ResourcesCommand implements Callable<Integer> {

    private static final String[] HEADER = {"SERVICE", "KIND", "NAME", "STATE", "IN", "IN/S", "OUT", "OUT/S", "HELD"};

    @Option(names = "--service", paramLabel = "ID", description = "Only this service's.")
    private String service;

    @Option(names = "--json", description = "As JSON, whole.")
    private boolean json;

    @Mixin
    private EndpointOption endpoint;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String path = "/_aforo/resources" + (service == null ? "" : "?service=" + service);
        PrintWriter out = spec.commandLine().getOut();
        try (ControlClient client = endpoint.connect()) {
            JsonNode answer = client.get(path);
            if (json) {
                out.println(answer.toPrettyString());
            } else {
                print(answer.path("resources"), out);
            }
        }
        out.flush();
        return 0;
    }

    private static void print(JsonNode resources, PrintWriter out) {
        List<String[]> rows = new ArrayList<>();
        rows.add(HEADER);
        for (JsonNode resource : resources) {
            rows.add(row(resource));
        }
        if (rows.size() == 1) {
            out.println("No resources yet.");
            return;
        }
        int[] widths = new int[HEADER.length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(String.format("%" + (i < 4 ? "-" : "") + widths[i] + "s  ", row[i]));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String[] row(JsonNode resource) {
        String indent = resource.path("parent").asString("").isEmpty() ? "" : "  ";
        return new String[] {resource.path("service").asString(""), indent + resource.path("kind").asString(""),
                resource.path("name").asString(""), resource.path("state").asString(""), count(resource, "in"),
                rate(resource, "in"), count(resource, "out"), rate(resource, "out"), held(resource)};
    }

    private static String count(JsonNode resource, String direction) {
        return Long.toString(resource.path(direction).path("records").asLong(0));
    }

    private static String rate(JsonNode resource, String direction) {
        return String.format(Locale.ROOT, "%.1f",
                resource.path(direction).path("tenSeconds").path("records").asDouble(0));
    }

    private static String held(JsonNode resource) {
        long bytes = 0;
        for (JsonNode buffer : resource.path("buffers")) {
            // Token buckets are shown as buffers too, but hold nothing that waits to be flushed.
            bytes += buffer.hasNonNull("flushAt") ? buffer.path("bytes").asLong(0) : 0;
        }
        return bytes + " B";
    }
}
