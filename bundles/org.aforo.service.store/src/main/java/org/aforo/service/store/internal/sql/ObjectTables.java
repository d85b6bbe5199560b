package org.aforo.service.store.internal.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.ObjectMeta;

/** What {@code s3://bucket/pattern} stands for in one query: files, read by their kinds. */
final class ObjectTables {

    private static final String SCHEME = "s3://";
    private static final int MOST = 50_000;

    private final Context context;
    private final Set<Path> folders = new LinkedHashSet<>();

    ObjectTables(Context context) {
        this.context = context;
    }

    /** The folders of the buckets that were named, for DuckDB to be let into. */
    Set<Path> folders() {
        return folders;
    }

    /** Notes that a location is read, so that its bucket is among the {@link #folders()}. */
    String note(String location) {
        bucket(location);
        return "''";
    }

    /** A table expression over all that matches; the connection is let into the folders. */
    String table(String location, Connection connection) {
        Map<ObjectFormat, List<Path>> kinds = new LinkedHashMap<>();
        find(location).forEach(
                (key, file) -> kinds.computeIfAbsent(ObjectFormat.of(file, key), kind -> new ArrayList<>()).add(file));
        List<String> reads = kinds.entrySet().stream()
                .map(kind -> read(kind.getKey(), kind.getValue(), connection)).toList();
        return reads.size() == 1 ? reads.getFirst() : reads.stream().map(read -> "SELECT * FROM " + read)
                .collect(Collectors.joining(" UNION ALL BY NAME ", "(", ")"));
    }

    /** The files that match, as SQL literals with commas between. */
    String files(String location) {
        return quoted(find(location).values());
    }

    private static String read(ObjectFormat format, List<Path> files, Connection connection) {
        String more = format.isJson() ? JsonColumns.of(format, files, connection) : "";
        return format.read('[' + quoted(files) + ']', more);
    }

    private Bucket bucket(String location) {
        String path = location.substring(SCHEME.length());
        int slash = path.indexOf('/');
        String name = slash < 0 ? path : path.substring(0, slash);
        Bucket bucket = context.store().find(name)
                .orElseThrow(() -> new SqlFailure(400, "The bucket " + name + " does not exist"));
        folders.add(bucket.folder());
        return bucket;
    }

    private Map<String, Path> find(String location) {
        Bucket bucket = bucket(location);
        int begin = SCHEME.length() + bucket.name().length() + 1;
        String rest = begin >= location.length() ? "**" : location.substring(begin);
        Map<String, Path> found = new LinkedHashMap<>();
        KeyGlob glob = new KeyGlob(rest.endsWith("/") ? rest + "**" : rest);
        for (Map.Entry<String, ObjectMeta> object : bucket.objects().tailMap(glob.prefix(), true).entrySet()) {
            if (!object.getKey().startsWith(glob.prefix())) {
                break;
            }
            if (object.getValue().size() > 0 && glob.matches(object.getKey())) {
                bucket.file(object.getKey()).ifPresent(file -> found.put(object.getKey(), file));
            }
            if (found.size() > MOST) {
                throw new SqlFailure(400, location + " stands for more than " + MOST + " objects");
            }
        }
        if (found.isEmpty()) {
            throw new SqlFailure(400, "No object with anything in it matches " + location);
        }
        return found;
    }

    /** DuckDB takes each for a pattern; a bracket in brackets is a bracket. */
    static String quoted(Iterable<Path> files) {
        List<String> quoted = new ArrayList<>();
        files.forEach(file -> quoted.add('\'' + file.toString().replace("[", "[[]").replace("'", "''") + '\''));
        return String.join(", ", quoted);
    }
}
