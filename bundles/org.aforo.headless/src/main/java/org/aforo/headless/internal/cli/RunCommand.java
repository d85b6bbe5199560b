package org.aforo.headless.internal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.aforo.api.BenchSettings;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.headless.internal.CommandFailure;
import org.aforo.headless.internal.RunningBench;
import org.aforo.headless.internal.Runtime;
import org.aforo.scenario.Outcome;
import org.aforo.scenario.Outcome.Check;
import org.aforo.scenario.Progress;
import org.aforo.scenario.Reports;
import org.aforo.scenario.Scenario;
import org.aforo.scenario.ScenarioException;
import org.aforo.scenario.ScenarioFile;
import org.aforo.scenario.ScenarioRun;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a scenario on a bench of its own. */
@Command(name = "run", description = "Run a scenario; exits 0 only if all it expects holds.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every expectation holds", "1:an expectation does not hold",
                "2:the scenario or the command is wrong"})
final class RunCommand implements Callable<Integer> {

    private static final int BAD_SCENARIO = 2;

    private final Runtime runtime;

    @Parameters(paramLabel = "SCENARIO", description = "Scenario file (YAML).")
    private Path file;

    @Option(names = "--input", paramLabel = "[NAME=]VALUE", description = "Fills in what the scenario asks for.")
    private List<String> inputs = List.of();

    @Option(names = "--report", paramLabel = "DIR",
            description = "Where report.html and junit.xml go (default: aforo-report/NAME).")
    private Path report;

    @Option(names = "--port", defaultValue = "0", paramLabel = "PORT",
            description = "HTTP port to listen on meanwhile, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--keep", paramLabel = "DIR", description = "Keep the bench's state in this folder.")
    private Path keep;

    @Option(names = "--progress", defaultValue = "text", paramLabel = "FORM",
            description = "How to tell of its progress: text, or json for one JSON object a line (default: "
                    + "${DEFAULT-VALUE}).")
    private String form;

    @Spec
    private CommandSpec spec;

    RunCommand(Runtime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (!List.of("text", "json").contains(form)) {
            throw new ParameterException(spec.commandLine(), "--progress takes text or json, not " + form);
        }
        JsonProgress told = form.equals("json") ? new JsonProgress(out) : null;
        try {
            return run(ScenarioFile.read(file, inputs()), out, told);
        } catch (ScenarioException wrong) {
            if (told == null) {
                spec.commandLine().getErr().println(wrong.getMessage());
            }
            return broken(told, wrong.getMessage(), BAD_SCENARIO);
        } catch (IOException e) {
            broken(told, e.getMessage(), Aforo.FAILED);
            throw new CommandFailure(e.getMessage());
        } catch (CommandFailure e) {
            broken(told, e.getMessage(), Aforo.FAILED);
            throw e;
        }
    }

    private static int broken(JsonProgress told, String message, int exit) {
        if (told != null) {
            message.lines().forEach(told::say);
            told.ended(false, null, exit);
        }
        return exit;
    }

    private Integer run(Scenario scenario, PrintWriter out, JsonProgress told)
            throws ScenarioException, IOException, InterruptedException {
        Path data = keep == null ? BenchOptions.temporary() : keep.toAbsolutePath();
        BenchSettings settings = new BenchSettings(data, keep == null, "127.0.0.1", port, -1, false, scenario.clock(),
                false, BenchSettings.DEFAULT_FSYNC);
        try (RunningBench running = runtime.start(settings)) {
            String endpoint = running.gateway().endpoint().toString();
            if (told == null) {
                out.println(scenario.name() + ", on " + endpoint);
            } else {
                told.started(scenario, endpoint);
            }
            Progress progress = told == null ? new ConsoleProgress(out, System.console() != null) : told;
            ScenarioRun run = new ScenarioRun(running.bench(), running.service(ApiCaller.class).orElseThrow(),
                    running.gateway().endpoint(), scenario, Path.of("").toAbsolutePath(), progress);
            Outcome outcome = run.run();
            Path folder = report != null ? report : Path.of("aforo-report", baseName());
            Reports.write(outcome, folder);
            int exit = outcome.passed() ? 0 : Aforo.FAILED;
            if (told == null) {
                print(outcome, folder, out);
            } else {
                told.ended(outcome.passed(), folder.resolve("report.html"), exit);
            }
            return exit;
        }
    }

    private static void print(Outcome outcome, Path folder, PrintWriter out) {
        for (Check check : outcome.checks()) {
            String mark = switch (check.result()) {
                case PASSED -> "ok     ";
                case FAILED -> "FAILED ";
                case SKIPPED -> "skipped";
            };
            out.println(mark + "  " + check.title() + (check.detail().isEmpty() ? "" : ": " + check.detail()));
        }
        out.printf("%s in %.1f s; report in %s%n",
                outcome.passed() ? "All expectations hold" : "Not all expectations hold",
                outcome.real().toMillis() / 1000.0, folder.resolve("report.html"));
        out.flush();
    }

    private Map<String, String> inputs() {
        Map<String, String> values = new HashMap<>();
        for (String input : inputs) {
            int equals = input.indexOf('=');
            boolean named = equals > 0 && input.substring(0, equals).matches("[\\w-]+");
            values.put(named ? input.substring(0, equals) : "", named ? input.substring(equals + 1) : input);
        }
        // Relative names are the user's, so they are looked up where the user is.
        values.replaceAll((name, value) -> java.nio.file.Files.exists(Path.of(value))
                ? Path.of(value).toAbsolutePath().toString() : value);
        return values;
    }

    private String baseName() {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }
}
