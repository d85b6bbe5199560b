package org.aforo.ui.internal.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What a scenario asks its user for. */
final class ScenarioInputs {

    private ScenarioInputs() {
    }

    /** @param standard what stands when nothing is given */
    record Input(String name, String help, String standard) {
    }

    /** None when the file is broken or can't be read; running it tells what is wrong. */
    static List<Input> of(Path file) {
        List<Input> inputs = new ArrayList<>();
        try {
            Object root = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            if (root instanceof Map<?, ?> map && map.get("inputs") instanceof Map<?, ?> asked) {
                asked.forEach((name, what) -> inputs.add(new Input(String.valueOf(name), text(what, "help"),
                        text(what, "default"))));
            }
        } catch (IOException | YamlEngineException e) {
            return List.of();
        }
        return inputs;
    }

    private static String text(Object map, String key) {
        Object value = map instanceof Map<?, ?> known ? known.get(key) : null;
        return value == null ? "" : value.toString();
    }
}
