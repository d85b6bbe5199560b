package org.aforo.service.store.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets through what only reads: one statement that DuckDB's own parser takes for a query, made of nothing but
 * selections all the way down. (A common table expression may hold a COPY that writes a file.)
 */
final class QueryCheck {

    private static final Set<String> READING = Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE",
            "CTE_NODE");
    private static final JsonMapper JSON = JsonMapper.shared();

    private QueryCheck() {
    }

    static void check(Connection connection, String query) throws SQLException {
        JsonNode parsed = JSON.readTree(parse(connection, query));
        if (parsed.path("error").asBoolean(true)) {
            boolean other = parsed.path("error_type").asString("").equals("not implemented");
            throw new SqlFailure(400, other ? "Only queries are answered (SELECT, FROM, WITH, DESCRIBE, SUMMARIZE)"
                    : "Parser Error: " + parsed.path("error_message").asString("not a query"));
        }
        if (parsed.path("statements").size() != 1) {
            throw new SqlFailure(400, "One query at a time");
        }
        if (!onlyReads(parsed)) {
            throw new SqlFailure(400, "Only queries are answered: nothing can be written");
        }
    }

    private static String parse(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
            statement.setString(1, query);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    private static boolean onlyReads(JsonNode node) {
        if (node.has("info_type")) {
            return false;
        }
        String type = node.path("type").isString() ? node.path("type").asString() : "";
        if (type.endsWith("_NODE") && !READING.contains(type)) {
            return false;
        }
        for (JsonNode child : node) {
            if (!onlyReads(child)) {
                return false;
            }
        }
        return true;
    }
}
