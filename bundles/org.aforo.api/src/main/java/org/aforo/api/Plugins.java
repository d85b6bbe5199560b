package org.aforo.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The bundles that were plugged in at run time, and those that came with the bench and offer a service. An OSGi service
 * of the runtime.
 */
@ProviderType
public interface Plugins {

    /** What is plugged in, by name. */
    List<Plugin> list();

    /** Those that came with the bench and offer a service, by name. They can be stopped and started. */
    List<Plugin> builtIn();

    /**
     * Plugs a bundle in, or updates the one of the same symbolic name, and starts it. The jar is copied.
     *
     * @return how it came up: a bundle that can't resolve is there, with what it misses
     * @throws IOException when the file can't be read or isn't a bundle; nothing is plugged in then
     */
    Plugin add(Path jar) throws IOException;

    /**
     * Takes a bundle out: its services go, then its classes.
     *
     * @return whether there was one of that name
     * @throws IOException when it came with the bench, or its file can't be removed
     */
    boolean remove(String name) throws IOException;

    /**
     * Starts a bundle that was stopped.
     *
     * @return how it came up, or nothing when there is none of that name
     */
    Optional<Plugin> start(String name) throws IOException;

    /**
     * Stops a bundle: its services go, it stays plugged in. It is started again with the next process.
     *
     * @return how it is now, or nothing when there is none of that name
     */
    Optional<Plugin> stop(String name) throws IOException;

    /**
     * @param name     symbolic name
     * @param version  as in its manifest
     * @param state    {@code active}, {@code starting}, {@code resolved} or {@code unresolved}
     * @param missing  requirements that nothing here meets, one a line; empty when it runs
     * @param services titles, by id, of the services it offers, or offered before it was stopped
     */
    record Plugin(String name, String version, String state, List<String> missing, Map<String, String> services) {
    }
}
