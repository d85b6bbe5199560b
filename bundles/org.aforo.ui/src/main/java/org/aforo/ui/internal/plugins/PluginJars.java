package org.aforo.ui.internal.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Control;
import org.aforo.ui.BenchJob;
import org.aforo.ui.Notices;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** What is done to a bench's plug-ins, in the background. How it went goes to the status line, in the bench's words. */
final class PluginJars {

    private PluginJars() {
    }

    /** Sends a jar, which is plugged in, or put in the place of the one of its name. */
    static Job add(BenchConnection bench, Path jar) {
        return BenchJob.run(NLS.bind(Messages.adding, jar.getFileName(), bench.name()),
                monitor -> Plugin.of(bench, false, bench.control().upload("/plugins", read(jar))), PluginJars::tell);
    }

    /** Sends a jar in the place of a plug-in, if it is the same bundle. */
    static Job update(Plugin plugin, Path jar) {
        return BenchJob.run(NLS.bind(Messages.updating, plugin.name()), monitor -> {
            String name = symbolicName(jar);
            if (!name.equals(plugin.name())) {
                throw new BenchException(0, "OtherPlugin",
                        NLS.bind(Messages.otherPlugin, new Object[] {jar.getFileName(), name, plugin.name()}));
            }
            return Plugin.of(plugin.bench(), plugin.builtIn(), plugin.bench().control().upload("/plugins", read(jar)));
        }, PluginJars::tell);
    }

    static Job remove(Plugin plugin) {
        return BenchJob.run(NLS.bind(Messages.removing, plugin.name()),
                monitor -> plugin.bench().control().delete("/plugins/" + Control.encode(plugin.name())),
                answer -> Notices.done(plugin.name(), Messages.removed));
    }

    /** @param verb {@code start} or {@code stop} */
    static Job turn(Plugin plugin, String verb) {
        return BenchJob.run(NLS.bind(verb.equals("start") ? Messages.starting : Messages.stopping, plugin.name()),
                monitor -> Plugin.of(plugin.bench(), plugin.builtIn(), plugin.bench().control()
                        .post("/plugins/" + Control.encode(plugin.name()) + '/' + verb, Control.object())),
                PluginJars::tell);
    }

    private static void tell(Plugin plugin) {
        if (plugin.unresolved()) {
            Notices.failed(plugin.name(), NLS.bind(Messages.needs, String.join("; ", plugin.missing())));
        } else {
            Notices.done(plugin.name() + ' ' + plugin.version(), States.of(plugin.state()));
        }
    }

    private static byte[] read(Path jar) throws BenchException {
        try {
            return Files.readAllBytes(jar);
        } catch (IOException e) {
            throw new BenchException(NLS.bind(Messages.unreadable, jar, e.getMessage()), e);
        }
    }

    private static String symbolicName(Path jar) throws BenchException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String name = file.getManifest() == null ? null
                    : file.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
            return name == null ? "-" : name.split(";")[0].strip();
        } catch (IOException e) {
            throw new BenchException(NLS.bind(Messages.unreadable, jar, e.getMessage()), e);
        }
    }
}
