package org.aforo.service.store.internal.sql;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.duckdb.DuckDBStruct;

/** DuckDB's values as JSON has them. */
final class SqlValues {

    private SqlValues() {
    }

    static Object plain(Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Double number when !Double.isFinite(number) -> number.toString();
            case Float number when !Float.isFinite(number) -> number.toString();
            case Number number -> number;
            case Boolean truth -> truth;
            case DuckDBStruct struct -> map(struct.getMap());
            case Map<?, ?> map -> map(map);
            case Array array -> list((Object[]) array.getArray());
            case Blob blob -> HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
            case Timestamp moment -> moment.toLocalDateTime().toString().replace('T', ' ');
            default -> value.toString();
        };
    }

    /** Roughly what it takes to send it. */
    static long size(Object plain) {
        return plain == null ? 4 : plain.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static Map<String, Object> map(Map<?, ?> values) throws SQLException {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            plain.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
        }
        return plain;
    }

    private static List<Object> list(Object[] values) throws SQLException {
        List<Object> plain = new ArrayList<>(values.length);
        for (Object value : values) {
            plain.add(plain(value));
        }
        return plain;
    }
}
