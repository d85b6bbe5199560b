package org.aforo.service.store.internal.sql;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites {@code 's3://...'} where a query reads from it: as a table, or as the files that one of DuckDB's
 * reading functions is given. The same words elsewhere are left alone. This reads tokens, not grammar; DuckDB parses
 * the outcome and decides whether it is a query.
 */
final class SqlText {

    private static final Pattern TOKEN = Pattern.compile("""
            (?<gap>\\s+|--[^\\n]*|/\\*(?s:.*?)\\*/)\
            |(?<dollar>\\$(?<tag>\\w*)\\$(?s:.*?)\\$\\k<tag>\\$)\
            |(?<text>[eE]?'(?:[^']|'')*')\
            |(?<name>"(?:[^"]|"")*")\
            |(?<word>[\\w]+)\
            |(?<other>.)""", Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);
    private static final Set<String> TABLE = Set.of("FROM", "JOIN", "SUMMARIZE", "DESCRIBE");
    private static final Set<String> AFTER_TABLES = Set.of("SELECT", "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT",
            "QUALIFY", "WINDOW", "UNION", "EXCEPT", "INTERSECT", "USING", "SAMPLE");
    private static final Pattern READER = Pattern.compile("(read|sniff)_\\w+|parquet_\\w+|glob",
            Pattern.CASE_INSENSITIVE);

    private final UnaryOperator<String> table;
    private final UnaryOperator<String> files;
    private final StringBuilder out = new StringBuilder();
    private final ArrayDeque<Boolean> tables = new ArrayDeque<>();
    private String before = "";
    private String call = "";

    private SqlText(UnaryOperator<String> table, UnaryOperator<String> files) {
        this.table = table;
        this.files = files;
        tables.push(false);
    }

    /**
     * @param table makes a table expression of a location
     * @param files makes literals of a location's files, with commas between
     */
    static String rewrite(String query, UnaryOperator<String> table, UnaryOperator<String> files) {
        SqlText text = new SqlText(table, files);
        Matcher token = TOKEN.matcher(query);
        while (token.find()) {
            if (token.group("gap") != null) {
                text.out.append(token.group());
            } else {
                text.take(token.group(), token.group("text") != null || token.group("name") != null);
            }
        }
        return text.out.toString();
    }

    private void take(String token, boolean quoted) {
        String location = quoted ? location(token) : null;
        if (location != null && isTable()) {
            out.append(table.apply(location));
        } else if (location != null && token.startsWith("'") && isArgument()) {
            boolean listed = before.equals("[") || before.equals(",");
            out.append(listed ? files.apply(location) : '[' + files.apply(location) + ']');
        } else {
            out.append(token);
            follow(token);
        }
        before = token;
    }

    private boolean isTable() {
        return TABLE.contains(before.toUpperCase(Locale.ROOT)) || before.equals(",") && tables.peek();
    }

    /** The first argument, or one of a list in its place. */
    private boolean isArgument() {
        return !call.isEmpty() && (before.equals("(") || before.equals("[") || before.equals(","));
    }

    private void follow(String token) {
        String word = token.toUpperCase(Locale.ROOT);
        switch (word) {
            case "(" -> {
                tables.push(false);
                call = READER.matcher(before).matches() ? before : "";
            }
            case ")" -> {
                if (tables.size() > 1) {
                    tables.pop();
                }
                call = "";
            }
            case "]" -> call = "";
            default -> {
                if (TABLE.contains(word)) {
                    turn(true);
                } else if (AFTER_TABLES.contains(word)) {
                    turn(false);
                }
            }
        }
    }

    private void turn(boolean inTables) {
        tables.pop();
        tables.push(inTables);
    }

    private static String location(String token) {
        char quote = token.charAt(token.length() - 1);
        int open = token.indexOf(quote);
        String text = token.substring(open + 1, token.length() - 1).replace("" + quote + quote, "" + quote);
        return open == 0 && text.startsWith("s3://") ? text : null;
    }
}
