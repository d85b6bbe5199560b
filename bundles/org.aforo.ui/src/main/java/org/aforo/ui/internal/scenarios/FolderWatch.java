package org.aforo.ui.internal.scenarios;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** Tells when files in a folder come, go or change. */
final class FolderWatch implements AutoCloseable {

    private final WatchService service;

    /** @param changed called on a thread of its own */
    FolderWatch(Path folder, Runnable changed) throws IOException {
        service = folder.getFileSystem().newWatchService();
        folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
        Thread.ofVirtual().name("watch " + folder).start(() -> follow(changed));
    }

    private void follow(Runnable changed) {
        try {
            for (WatchKey key = service.take(); key.isValid(); key = service.take()) {
                key.pollEvents();
                changed.run();
                key.reset();
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            return; // closed
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
