package org.aforo.service.store.internal.sql;

import java.util.List;

/**
 * Rows of a query.
 *
 * @param columns   names and DuckDB's types
 * @param rows      values as JSON has them: numbers, booleans, text, lists, maps, nulls
 * @param truncated whether there were more rows
 */
record SqlResult(List<Column> columns, List<List<Object>> rows, boolean truncated) {

    /** A column. */
    record Column(String name, String type) {
    }
}
