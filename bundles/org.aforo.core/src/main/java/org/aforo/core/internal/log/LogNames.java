package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of logs and their folders. */
final class LogNames {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}(/[A-Za-z0-9._-]{1,200}){0,15}");
    private static final Pattern DOTS = Pattern.compile("(^|/)\\.{1,2}(/|$)");

    private final Path dir;

    LogNames(Path dir) {
        this.dir = dir;
    }

    /** @throws IllegalArgumentException when it isn't a name; one that is can't lead out of the folder */
    Path folder(String name) {
        if (!NAME.matcher(name).matches() || DOTS.matcher(name).find()) {
            throw new IllegalArgumentException("Not a record log's name: " + name);
        }
        return dir.resolve(name);
    }

    /** The names of logs below one, or of all for an empty one, sorted. */
    List<String> below(String prefix) throws IOException {
        String parent = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        Path top = parent.isEmpty() ? dir : folder(parent);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(file -> Segment.isSegment(file.getFileName().toString())).map(Path::getParent)
                    .filter(folder -> !folder.equals(top)).distinct()
                    .map(folder -> dir.relativize(folder).toString().replace('\\', '/')).sorted().toList();
        }
    }
}
