package org.aforo.service.store.internal.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.HttpRoute.Response;
import tools.jackson.databind.json.JsonMapper;

/** Writes rows as they were asked for. */
enum SqlRender {
    JSON {
        @Override
        Response write(SqlResult result) {
            Map<String, Object> answer = new LinkedHashMap<>();
            // Maps rather than records: the mapper is everybody's and would remember this bundle's classes.
            answer.put("columns", result.columns().stream()
                    .map(column -> Map.of("name", column.name(), "type", column.type())).toList());
            answer.put("rows", result.rows());
            answer.put("rowCount", result.rows().size());
            answer.put("truncated", result.truncated());
            return Response.text(200, "application/json", JsonMapper.shared().writeValueAsString(answer) + '\n');
        }
    },
    CSV {
        @Override
        Response write(SqlResult result) {
            StringBuilder csv = new StringBuilder();
            for (List<String> line : lines(result, "")) {
                csv.append(String.join(",", line.stream().map(SqlRender::quote).toList())).append("\r\n");
            }
            return Response.text(200, "text/csv; charset=utf-8", csv.toString());
        }
    },
    TABLE {
        @Override
        Response write(SqlResult result) {
            List<List<String>> lines = lines(result, "NULL");
            int[] widths = new int[result.columns().size()];
            lines.forEach(line -> {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], line.get(i).length());
                }
            });
            StringBuilder table = new StringBuilder();
            for (int i = 0; i < lines.size(); i++) {
                append(table, lines.get(i), widths, ' ');
                if (i == 0) {
                    append(table, lines.get(0).stream().map(name -> "").toList(), widths, '-');
                }
            }
            table.append('(').append(result.rows().size()).append(result.rows().size() == 1 ? " row" : " rows")
                    .append(result.truncated() ? ", more were left out)\n" : ")\n");
            return Response.text(200, "text/plain; charset=utf-8", table.toString());
        }
    };

    abstract Response write(SqlResult result);

    private static List<List<String>> lines(SqlResult result, String none) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(result.columns().stream().map(SqlResult.Column::name).toList());
        for (List<Object> row : result.rows()) {
            lines.add(row.stream().map(value -> value == null ? none : text(value)).toList());
        }
        return lines;
    }

    private static String text(Object value) {
        return value instanceof Map || value instanceof List ? JsonMapper.shared().writeValueAsString(value)
                : value.toString();
    }

    private static String quote(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static void append(StringBuilder table, List<String> line, int[] widths, char fill) {
        for (int i = 0; i < widths.length; i++) {
            String pad = String.valueOf(fill).repeat(widths[i] - line.get(i).length());
            table.append(i == 0 ? "" : fill == '-' ? "-+-" : " | ").append(line.get(i)).append(pad);
        }
        int end = table.length();
        while (end > 0 && table.charAt(end - 1) == ' ') {
            end--;
        }
        table.setLength(end);
        table.append('\n');
    }
}
