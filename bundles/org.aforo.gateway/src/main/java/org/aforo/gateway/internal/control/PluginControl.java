package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.aforo.api.Plugins;
import org.aforo.protocol.WireRequest;
import tools.jackson.core.JsonGenerator;

/**
 * {@code GET} and {@code POST /plugins}, {@code DELETE /plugins/{name}}, {@code POST .../start} and {@code .../stop}:
 * bundles plugged in at run time, and those that came with the bench.
 */
final class PluginControl {

    private final Supplier<Optional<Plugins>> plugins;
    private final Path data;

    PluginControl(Supplier<Optional<Plugins>> plugins, Path data) {
        this.plugins = plugins;
        this.data = data;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/plugins", r -> list()), new Route("POST", "/plugins", this::add),
                new Route("DELETE", "/plugins/{name}", this::remove),
                new Route("POST", "/plugins/{name}/start", r -> change(r, Plugins::start)),
                new Route("POST", "/plugins/{name}/stop", r -> change(r, Plugins::stop)));
    }

    private Plugins plugins() {
        return plugins.get().orElseThrow(() -> new ControlException(501, "NotImplemented",
                "This bench doesn't run in a plug-in runtime; services are fixed at its start."));
    }

    private Answer list() {
        List<Plugins.Plugin> pluggedIn = plugins().list();
        List<Plugins.Plugin> builtIn = plugins().builtIn();
        return Answer.json(gen -> {
            gen.writeStartObject();
            write(gen, "plugins", pluggedIn);
            write(gen, "builtIn", builtIn);
            gen.writeEndObject();
        });
    }

    private static void write(JsonGenerator gen, String name, List<Plugins.Plugin> plugins) {
        gen.writeArrayPropertyStart(name);
        plugins.forEach(plugin -> write(gen, plugin));
        gen.writeEndArray();
    }

    private static void write(JsonGenerator gen, Plugins.Plugin plugin) {
        gen.writeStartObject();
        gen.writeStringProperty("name", plugin.name());
        gen.writeStringProperty("version", plugin.version());
        gen.writeStringProperty("state", plugin.state());
        gen.writeName("missing");
        Json.value(gen, plugin.missing());
        gen.writeName("services");
        Json.value(gen, plugin.services());
        gen.writeEndObject();
    }

    private Answer add(ControlRequest request) throws IOException {
        plugins();
        String type = request.wire().header("content-type");
        return type != null && type.startsWith("application/json") ? add(path(request.json())) : upload(request.wire());
    }

    private static Path path(Fields body) {
        String path = body.only("path").text("path");
        try {
            return Path.of(path).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw Fields.wrong("path", "a file's path");
        }
    }

    private Answer upload(WireRequest request) throws IOException {
        Path jar = Files.createTempFile(Files.createDirectories(data), "upload", ".jar");
        try {
            save(request, jar);
            return add(jar);
        } finally {
            Files.deleteIfExists(jar);
        }
    }

    private static void save(WireRequest request, Path jar) throws IOException {
        long saved;
        try (InputStream in = request.payload().stream(); OutputStream out = Files.newOutputStream(jar)) {
            saved = in.transferTo(out);
        }
        if (saved == 0) {
            throw ControlException.bad("The body must be a jar, or JSON with a path.");
        }
    }

    private Answer add(Path jar) {
        try {
            Plugins.Plugin plugin = plugins().add(jar);
            return Answer.json(201, gen -> write(gen, plugin));
        } catch (IOException e) {
            throw ControlException.bad("Not plugged in: " + e.getMessage());
        }
    }

    private Answer remove(ControlRequest request) {
        String name = request.path().get("name");
        try {
            if (!plugins().remove(name)) {
                throw ControlException.notFound("There is no plug-in " + name + '.');
            }
        } catch (IOException e) {
            throw conflict(name, e);
        }
        return list();
    }

    /** What is done with a plug-in. */
    @FunctionalInterface
    private interface Change {
        Optional<Plugins.Plugin> of(Plugins plugins, String name) throws IOException;
    }

    private Answer change(ControlRequest request, Change change) {
        String name = request.path().get("name");
        try {
            Plugins.Plugin plugin = change.of(plugins(), name)
                    .orElseThrow(() -> ControlException.notFound("There is no plug-in " + name + '.'));
            return Answer.json(gen -> write(gen, plugin));
        } catch (IOException e) {
            throw conflict(name, e);
        }
    }

    private static ControlException conflict(String name, IOException e) {
        return new ControlException(409, "Conflict", name + ": " + e.getMessage());
    }
}
