package org.aforo.headless.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.Plugins;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The watched folder of plugged-in bundles: what is in it runs. A jar that appears is installed and
 * started, one that changes is updated, one that goes is taken out.
 *
 * <p>The folder is {@code plugins} in the bench's data folder; it is looked at twice a second of real time.
 * {@link #add} and {@link #remove} act at once. There while there is a bench.
 */
@Component(immediate = true)
public final class PluginFolder implements Plugins {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String PREFIX = "aforo-plugin:";

    private final BundleContext bundles;
    private final Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Path, Installed> installed = new HashMap<>();
    private final Set<Path> refused = new HashSet<>();
    private final Bench bench;
    private final Offered offered;
    private Thread watcher;

    private record Installed(Bundle bundle, long modified, long size) {
    }

    /** Called by Declarative Services. */
    @Activate
    public PluginFolder(BundleContext bundles, @Reference BenchSettings settings, @Reference Bench bench) {
        this.bundles = bundles;
        this.folder = settings.data().resolve("plugins");
        this.bench = bench;
        this.offered = new Offered(bundles);
    }

    @Activate
    void open() {
        removeLeftovers();
        offered.open();
        scan();
        watcher = Thread.ofVirtual().name("plugin-folder").start(this::watch);
    }

    /** Bundles that a killed process left in the framework's cache. */
    private void removeLeftovers() {
        for (Bundle bundle : bundles.getBundles()) {
            if (bundle.getLocation().startsWith(PREFIX)) {
                uninstall(bundle);
            }
        }
    }

    @Override
    public List<Plugin> list() {
        lock.lock();
        try {
            return installed.values().stream().map(i -> describe(i.bundle()))
                    .sorted(Comparator.comparing(Plugin::name)).toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Plugin> builtIn() {
        return Stream.of(bundles.getBundles()).filter(this::isBuiltIn).map(this::describe)
                .sorted(Comparator.comparing(Plugin::name)).toList();
    }

    private boolean isBuiltIn(Bundle bundle) {
        return !bundle.getLocation().startsWith(PREFIX) && !offered.by(bundle).isEmpty();
    }

    @Override
    public Plugin add(Path jar) throws IOException {
        String name = symbolicName(jar);
        lock.lock();
        try {
            Files.createDirectories(folder);
            Path target = file(name);
            Path part = Files.createTempFile(folder, "incoming", ".part");
            Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            installed.keySet().stream().filter(path -> !path.equals(target) && name.equals(nameOf(path))).toList()
                    .forEach(this::take);
            bring(target);
            return describe(installed.get(target).bundle());
        } catch (BundleException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean remove(String name) throws IOException {
        lock.lock();
        try {
            List<Path> files = installed.keySet().stream().filter(path -> name.equals(nameOf(path))).toList();
            for (Path file : files) {
                Files.deleteIfExists(file);
                take(file);
            }
            if (files.isEmpty() && builtIn().stream().anyMatch(plugin -> plugin.name().equals(name))) {
                throw new IOException("it came with the bench; it can be stopped, not taken out");
            }
            return !files.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Plugin> start(String name) throws IOException {
        return change(name, bundle -> start(bundle, "plug-in-started"));
    }

    @Override
    public Optional<Plugin> stop(String name) throws IOException {
        return change(name, bundle -> {
            bundle.stop(Bundle.STOP_TRANSIENT);
            bench.events().publish("plug-in-stopped", "", name + " " + bundle.getVersion());
        });
    }

    /** What is done with a bundle. */
    @FunctionalInterface
    private interface Change {
        void to(Bundle bundle) throws BundleException;
    }

    private Optional<Plugin> change(String name, Change change) throws IOException {
        lock.lock();
        try {
            Optional<Bundle> found = Stream
                    .concat(installed.values().stream().map(Installed::bundle),
                            Stream.of(bundles.getBundles()).filter(this::isBuiltIn))
                    .filter(bundle -> name.equals(bundle.getSymbolicName())).findFirst();
            if (found.isPresent()) {
                change.to(found.get());
            }
            return found.map(this::describe);
        } catch (BundleException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    @Deactivate
    void close() {
        if (watcher != null) {
            watcher.interrupt();
        }
        offered.close();
        lock.lock();
        try {
            List.copyOf(installed.keySet()).forEach(this::take);
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                scan();
            }
        } catch (InterruptedException e) {
            // The bench is closing.
        }
    }

    private void scan() {
        lock.lock();
        try {
            List<Path> there = jars();
            List.copyOf(installed.keySet()).stream().filter(path -> !there.contains(path)).forEach(this::take);
            refused.retainAll(there);
            for (Path jar : there) {
                bringOrTell(jar);
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Path> jars() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private void bringOrTell(Path jar) {
        try {
            bring(jar);
            refused.remove(jar);
        } catch (IOException | BundleException e) {
            if (refused.add(jar)) {
                bench.events().publish("plug-in-refused", "", jar.getFileName() + ": " + e.getMessage());
            }
        }
    }

    /** Makes the bundle that runs the one in the file. */
    private void bring(Path jar) throws IOException, BundleException {
        long modified = Files.getLastModifiedTime(jar).toMillis();
        long size = Files.size(jar);
        Installed before = installed.get(jar);
        if (before != null && before.modified() == modified && before.size() == size) {
            return;
        }
        symbolicName(jar);
        Bundle bundle = before == null ? null : before.bundle();
        try (InputStream in = Files.newInputStream(jar)) {
            if (bundle == null) {
                bundle = bundles.installBundle(PREFIX + jar.getFileName(), in);
            } else {
                bundle.update(in);
                refresh();
            }
        }
        installed.put(jar, new Installed(bundle, modified, size));
        start(bundle, before == null ? "plug-in-added" : "plug-in-updated");
    }

    private void start(Bundle bundle, String event) {
        try {
            bundle.start(bundle.getLocation().startsWith(PREFIX) ? 0 : Bundle.START_TRANSIENT);
            bench.events().publish(event, "", bundle.getSymbolicName() + " " + bundle.getVersion());
        } catch (BundleException e) {
            bench.events().publish("plug-in-unresolved", "",
                    bundle.getSymbolicName() + " needs " + String.join("; ", missing(bundle)));
        }
    }

    private void take(Path jar) {
        Installed gone = installed.remove(jar);
        if (gone != null) {
            uninstall(gone.bundle());
            bench.events().publish("plug-in-removed", "", gone.bundle().getSymbolicName());
        }
    }

    private void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
            refresh();
        } catch (BundleException | IllegalStateException e) {
            bench.events().publish("plug-in-failed", "", bundle.getSymbolicName() + ": " + e.getMessage());
        }
    }

    /** Lets go of the classes of bundles that were taken out or updated. */
    private void refresh() {
        bundles.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class).refreshBundles(null);
    }

    private Plugin describe(Bundle bundle) {
        String state = switch (bundle.getState()) {
            case Bundle.ACTIVE -> "active";
            case Bundle.STARTING -> "starting";
            case Bundle.RESOLVED -> "resolved";
            default -> "unresolved";
        };
        List<String> missing = bundle.getState() == Bundle.INSTALLED ? missing(bundle) : List.of();
        return new Plugin(bundle.getSymbolicName(), bundle.getVersion().toString(), state, missing, offered.by(bundle));
    }

    /** What the bundle asks for and nothing here provides. */
    private List<String> missing(Bundle bundle) {
        return new MissingRequirements(bundles).of(bundle);
    }

    private Path file(String name) {
        return folder.resolve(name + ".jar");
    }

    private String nameOf(Path path) {
        return installed.get(path).bundle().getSymbolicName();
    }

    private static String symbolicName(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String name = file.getManifest() == null ? null
                    : file.getManifest().getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
            if (name == null) {
                throw new IOException(jar.getFileName() + " is not an OSGi bundle: it has no Bundle-SymbolicName");
            }
            return name.split(";")[0].trim();
        } catch (java.util.zip.ZipException e) {
            throw new IOException(jar.getFileName() + " is not a jar: " + e.getMessage(), e);
        }
    }
}
