package org.aforo.headless.internal.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.aforo.headless.internal.CommandFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plugs bundles into a running bench and takes them out. */
@Command(name = "plugins", description = "List, add and remove the plug-ins of a running bench.")
final class PluginsCommand implements Runnable {

    @Mixin
    private EndpointOption endpoint;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        list(endpoint, spec);
    }

    @Command(name = "list", description = "List the plug-ins and their state.")
    void list(@Mixin EndpointOption at) {
        list(at, spec);
    }

    @Command(name = "add", description = "Plug a bundle in, or update it.")
    int add(@Mixin EndpointOption at, @Parameters(paramLabel = "JAR", description = "The bundle.") Path jar) {
        if (!Files.isReadable(jar)) {
            throw new CommandFailure("cannot read " + jar);
        }
        try (ControlClient client = at.connect()) {
            JsonNode plugin = client.call("POST", "/_aforo/plugins",
                    new JsonMapper().createObjectNode().put("path", jar.toAbsolutePath().toString()));
            print(plugin);
            return plugin.path("missing").isEmpty() ? 0 : Aforo.FAILED;
        }
    }

    @Command(name = "remove", description = "Take a plug-in out.")
    void remove(@Mixin EndpointOption at,
            @Parameters(paramLabel = "NAME", description = "Its symbolic name, as listed.") String name) {
        try (ControlClient client = at.connect()) {
            client.call("DELETE", "/_aforo/plugins/" + name, null);
            out().println(name + " is out");
            out().flush();
        }
    }

    private void list(EndpointOption at, CommandSpec own) {
        try (ControlClient client = at.connect()) {
            JsonNode plugins = client.get("/_aforo/plugins").path("plugins");
            if (plugins.isEmpty()) {
                own.commandLine().getOut().println("No plug-ins besides the built-in services.");
            }
            plugins.forEach(this::print);
            own.commandLine().getOut().flush();
        }
    }

    private void print(JsonNode plugin) {
        out().println(plugin.path("name").asString("") + "  " + plugin.path("version").asString("") + "  "
                + plugin.path("state").asString(""));
        plugin.path("missing").forEach(line -> out().println("  needs " + line.asString("")));
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
