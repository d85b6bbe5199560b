package org.aforo.ui.internal.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/** The folder whose scenarios the workbench shows; at first use it is filled with copies of those that are shipped. */
public final class ScenarioFolder {

    /** Preference: the folder; the workspace's own when empty. */
    public static final String PREFERENCE = "scenarios.folder";
    static final String NODE = "org.aforo.ui";
    private static final String SHIPPED = "scenarios";

    private ScenarioFolder() {
    }

    public static Path path() {
        String chosen = Platform.getPreferencesService().getString(NODE, PREFERENCE, "", null);
        return chosen.isBlank() ? standard() : Path.of(chosen).toAbsolutePath();
    }

    /** Shows another folder; {@code null} for the workspace's own. */
    public static void choose(Path folder) {
        InstanceScope.INSTANCE.getNode(NODE).put(PREFERENCE, folder == null ? "" : folder.toString());
    }

    private static Path standard() {
        Location workspace = Platform.getInstanceLocation();
        Path root = workspace != null && workspace.isSet() ? Path.of(java.net.URI.create(
                workspace.getURL().toString().replace(" ", "%20")))
                : Path.of(System.getProperty("user.home"), ".aforo-workbench");
        return root.resolve("scenarios");
    }

    /** The scenarios there, by name; makes and fills the folder where there is none. */
    static List<Path> files() throws IOException {
        Path folder = path();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            fill(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(Names::scenario).sorted().toList();
        }
    }

    private static void fill(Path folder) throws IOException {
        ClassLoader resources = ScenarioFolder.class.getClassLoader();
        Bundle bundle = FrameworkUtil.getBundle(ScenarioFolder.class);
        for (String name : bundle.adapt(BundleWiring.class).listResources(SHIPPED, "*",
                BundleWiring.LISTRESOURCES_LOCAL | BundleWiring.LISTRESOURCES_RECURSE)) {
            if (!name.endsWith("/")) {
                Path copy = folder.resolve(name.substring(SHIPPED.length() + 1));
                Files.createDirectories(copy.getParent());
                try (InputStream in = resources.getResourceAsStream(name)) {
                    Files.copy(in, copy);
                }
            }
        }
    }
}
