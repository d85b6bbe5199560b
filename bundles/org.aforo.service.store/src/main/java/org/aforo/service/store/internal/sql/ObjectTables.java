package org.aforo.service.store.internal.sql;

import java.nio.file.Path;
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

    /** A table expression over all that matches. */
    String table(String location) {
        Map<ObjectFormat, List<Path>> kinds = new LinkedHashMap<>();
        find(location).forEach((key, file) ->
                kinds.computeIfAbsent(ObjectFormat.of(file, key), kind -> new ArrayList<>()).add(file));
        List<String> reads = kinds.entrySet().stream()
                .map(kind -> kind.getKey().read('[' + quoted(kind.getValue()) + ']')).toList();
        return reads.size() == 1 ? reads.getFirst() : reads.stream().map(read -> "SELECT * FROM " + read)
                .collect(Collectors.joining(" UNION ALL BY NAME ", "(", ")"));
    }

    /** The files that match, as SQL literals with commas between. */
    String files(String location) {
        return quoted(find(location).values());
    }

    private Map<String, Path> find(String location) {
        String path = location.substring(SCHEME.length());
        int slash = path.indexOf('/');
        String name = slash < 0 ? path : path.substring(0, slash);
        String rest = slash < 0 || slash == path.length() - 1 ? "**" : path.substring(slash + 1);
        Bucket bucket = context.store().find(name)
                .orElseThrow(() -> new SqlFailure(400, "The bucket " + name + " does not exist"));
        folders.add(bucket.folder());
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
    private static String quoted(Iterable<Path> files) {
        List<String> quoted = new ArrayList<>();
        files.forEach(file -> quoted.add('\'' + file.toString().replace("[", "[[]").replace("'", "''") + '\''));
        return String.join(", ", quoted);
    }
}
