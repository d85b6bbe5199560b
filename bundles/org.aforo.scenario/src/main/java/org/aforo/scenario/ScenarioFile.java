package org.aforo.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.scenario.ScenarioException.Problem;
import org.aforo.scenario.internal.read.Inputs;
import org.aforo.scenario.internal.read.Problems;
import org.aforo.scenario.internal.read.ScenarioReader;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads scenario files. */
public final class ScenarioFile {

    private static final int MOST_CODE_POINTS = 1 << 20;

    private ScenarioFile() {
    }

    /**
     * Reads a scenario and fills in its inputs.
     *
     * @param inputs by name; an empty name stands for the only input there is
     * @throws ScenarioException with every problem found
     */
    public static Scenario read(Path file, Map<String, String> inputs) throws ScenarioException {
        Problems problems = new Problems();
        Optional<Scenario> scenario = load(file, problems).flatMap(text -> compose(file.toString(), text, problems))
                .map(root -> new ScenarioReader(problems, file.toAbsolutePath().getParent(), inputs).read(root));
        if (!problems.isEmpty()) {
            throw new ScenarioException(file.toString(), problems.all());
        }
        return scenario.orElseThrow();
    }

    /**
     * What is wrong with a scenario that is being written; what depends on inputs without a
     * default is taken to be right.
     *
     * @param folder that relative file names are looked up in
     * @return in the order of lines; empty when it could be run
     */
    public static List<Problem> check(String text, Path folder) {
        Problems problems = new Problems();
        compose("scenario", text, problems).ifPresent(root -> new ScenarioReader(problems, folder.toAbsolutePath(),
                Inputs.open(root)).read(root));
        return problems.all().stream().filter(problem -> !Inputs.unknown(problem.text())).toList();
    }

    /** The JSON Schema of scenario files. */
    public static String schema() {
        try (InputStream in = ScenarioFile.class.getResourceAsStream("/scenario.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> load(Path file, Problems problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            problems.add(0, 0, "there is no such file");
        } catch (IOException e) {
            problems.add(0, 0, "cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static Optional<Node> compose(String label, String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder().setLabel(label).setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(50).setCodePointLimit(MOST_CODE_POINTS).build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(0, 0, "the file is empty");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            var mark = e.getProblemMark().orElseThrow();
            problems.add(mark.getLine() + 1, mark.getColumn() + 1, e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(0, 0, e.getMessage().lines().findFirst().orElse("not YAML"));
        }
        return Optional.empty();
    }

    /** Names of the scenarios in a folder, for messages. */
    public static List<String> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".yaml")).sorted()
                    .toList();
        }
    }
}
