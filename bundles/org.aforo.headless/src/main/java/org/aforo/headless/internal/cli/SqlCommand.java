package org.aforo.headless.internal.cli;

import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.aforo.api.BenchSettings;
import org.aforo.headless.internal.CommandFailure;
import org.aforo.headless.internal.RunningBench;
import org.aforo.headless.internal.Runtime;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Queries landed objects: those of a running bench, or of a data folder that none is running on. */
@Command(name = "sql", description = {"Query landed objects with SQL.",
        "Example: aforo sql \"SELECT SECTOR, avg(PRICE) FROM 's3://bolsa/datos/**' GROUP BY 1\""})
final class SqlCommand implements Callable<Integer> {

    private final Runtime runtime;

    @Parameters(paramLabel = "QUERY", description = "SQL; 's3://BUCKET/PREFIX/**' names objects.")
    private String query;

    @Option(names = "--format", defaultValue = "table", description = "table, csv or json (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(names = "--max-rows", defaultValue = "1000",
            description = "Rows to show at most (default: ${DEFAULT-VALUE}).")
    private int maxRows;

    @Option(names = "--data", paramLabel = "DIR", description = "Query this data folder; no bench needs to run.")
    private Path data;

    @Mixin
    private EndpointOption endpoint;

    @Spec
    private CommandSpec spec;

    SqlCommand(Runtime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Integer call() {
        if (data == null) {
            try (ControlClient client = endpoint.connect()) {
                query(client);
            }
            return 0;
        }
        if (!Files.isDirectory(data)) {
            throw new CommandFailure("there is no data folder " + data);
        }
        BenchSettings settings = new BenchSettings(data.toAbsolutePath(), false, "127.0.0.1", 0, -1, false, 1, false,
                BenchSettings.DEFAULT_FSYNC);
        try (RunningBench running = runtime.start(settings);
                ControlClient client = new ControlClient(running.gateway().endpoint())) {
            query(client);
        }
        return 0;
    }

    private void query(ControlClient client) {
        String body = new JsonMapper().createObjectNode().put("query", query).put("format", format)
                .put("maxRows", maxRows).toString();
        PrintWriter out = spec.commandLine().getOut();
        out.print(client.text("POST", "/_aforo/sql", BodyPublishers.ofString(body)));
        out.flush();
    }
}
