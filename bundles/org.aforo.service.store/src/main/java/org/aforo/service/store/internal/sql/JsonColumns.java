package org.aforo.service.store.internal.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of JSON objects, found out from all values of all files, as an option for reading them. DuckDB
 * looks at a few files by itself, and holds 32 MiB for each of them at once; here it looks at a few at a time.
 */
final class JsonColumns {

    private static final int AT_A_TIME = 24;
    private static final String EVERY_VALUE = "sample_size=-1, maximum_sample_files=" + AT_A_TIME + ", ";

    private JsonColumns() {
    }

    static String of(ObjectFormat format, List<Path> files, Connection connection) {
        if (files.size() <= AT_A_TIME) {
            return EVERY_VALUE;
        }
        try (Statement statement = connection.createStatement()) {
            Set<Map<String, String>> found = new LinkedHashSet<>();
            for (int from = 0; from < files.size(); from += AT_A_TIME) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new SqlFailure(400, "The query was cancelled");
                }
                List<Path> few = files.subList(from, Math.min(files.size(), from + AT_A_TIME));
                found.add(describe(statement, "SELECT * FROM "
                        + format.read('[' + ObjectTables.quoted(few) + ']', EVERY_VALUE)));
            }
            Map<String, String> merged = describe(statement, found.stream().map(JsonColumns::nothing)
                    .collect(Collectors.joining(" UNION ALL BY NAME ")));
            return merged.entrySet().stream().map(column -> text(column.getKey()) + ": " + text(column.getValue()))
                    .collect(Collectors.joining(", ", "columns={", "}, "));
        } catch (SQLException e) {
            throw new SqlFailure(400, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> describe(Statement statement, String query) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (ResultSet result = statement.executeQuery("DESCRIBE " + query)) {
            while (result.next()) {
                columns.put(result.getString("column_name"), result.getString("column_type"));
            }
        }
        return columns;
    }

    /** A query of those columns without a row's worth. */
    private static String nothing(Map<String, String> columns) {
        return columns.entrySet().stream()
                .map(column -> "NULL::" + column.getValue() + " AS \"" + column.getKey().replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", ", "(SELECT ", ")"));
    }

    private static String text(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
