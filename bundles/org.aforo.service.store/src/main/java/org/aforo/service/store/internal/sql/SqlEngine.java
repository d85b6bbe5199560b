package org.aforo.service.store.internal.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.aforo.service.store.internal.Context;
import org.duckdb.DuckDBDriver;

/**
 * Runs queries on DuckDB, each in a database of its own in memory that sees the files of the buckets it names and
 * nothing else: no network, no extensions, no settings, no writing. Memory, threads, rows, time and queries at once
 * are bounded. DuckDB is loaded by the first query.
 */
final class SqlEngine implements AutoCloseable {

    private static final int AT_ONCE = 2;
    private static final long SECONDS = 60;
    private static final long MAX_RESULT_BYTES = 16L << 20;
    /** DuckDB counts 32 MiB for each of some thirty JSON files that it has open at once, though it uses a few KiB. */
    private static final String MEMORY = "1500MB";

    private final Context context;
    private final Semaphore running = new Semaphore(AT_ONCE);
    private final Set<Statement> statements = ConcurrentHashMap.newKeySet();

    SqlEngine(Context context) {
        this.context = context;
    }

    /** Answers a query with at most {@code maxRows} rows. */
    SqlResult run(String query, int maxRows) throws InterruptedException {
        if (!running.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
            throw new SqlFailure(503, "Too many queries at once");
        }
        FutureTask<SqlResult> task = new FutureTask<>(() -> answer(query, maxRows));
        // A thread of the platform's: DuckDB computes in native code, which would hold a virtual thread's carrier.
        Thread.ofPlatform().name("sql").daemon(true).start(() -> {
            try {
                task.run();
            } finally {
                running.release();
            }
        });
        return await(task);
    }

    @Override
    public void close() {
        statements.forEach(SqlEngine::cancel);
    }

    private SqlResult await(FutureTask<SqlResult> task) throws InterruptedException {
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new SqlFailure(400, "The query took longer than " + SECONDS + " s and was cancelled");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private SqlResult answer(String query, int maxRows) {
        ObjectTables tables = new ObjectTables(context);
        SqlText.rewrite(query, tables::note, tables::note);
        try (Connection connection = connect(tables.folders())) {
            QueryCheck.check(connection, query);
            String text = SqlText.rewrite(query, location -> tables.table(location, connection), tables::files)
                    .strip();
            String bare = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
            QueryCheck.check(connection, bare);
            return select(connection, "SELECT * FROM (\n" + bare + "\n) LIMIT " + (maxRows + 1L), maxRows);
        } catch (SQLException e) {
            throw new SqlFailure(400, message(e, tables.folders()));
        }
    }

    private static Connection connect(Set<Path> folders) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", Integer.toString(Math.min(4, Runtime.getRuntime().availableProcessors())));
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings);
        String allowed = folders.stream().map(folder -> '\'' + (folder + "/").replace("'", "''") + '\'')
                .collect(Collectors.joining(", ", "[", "]"));
        try (Statement statement = connection.createStatement()) {
            for (String setting : List.of("allowed_directories = " + allowed, "temp_directory = ''",
                    "autoinstall_known_extensions = false", "autoload_known_extensions = false",
                    "allow_community_extensions = false", "enable_external_access = false",
                    "lock_configuration = true")) {
                statement.execute("SET " + setting);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private SqlResult select(Connection connection, String query, int maxRows) throws SQLException {
        Statement statement = connection.createStatement();
        Watch watch = new Watch(statement);
        statements.add(statement);
        try (statement; watch; ResultSet result = statement.executeQuery(query)) {
            return read(result, maxRows);
        } finally {
            statements.remove(statement);
        }
    }

    private static SqlResult read(ResultSet result, int maxRows) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<SqlResult.Column> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(new SqlResult.Column(meta.getColumnLabel(i), meta.getColumnTypeName(i).replace("\"", "")));
        }
        List<List<Object>> rows = new ArrayList<>();
        long bytes = 0;
        while (result.next()) {
            if (rows.size() == maxRows || bytes > MAX_RESULT_BYTES) {
                return new SqlResult(columns, rows, true);
            }
            List<Object> row = new ArrayList<>(columns.size());
            for (int i = 1; i <= columns.size(); i++) {
                row.add(SqlValues.plain(result.getObject(i)));
                bytes += SqlValues.size(row.getLast());
            }
            rows.add(row);
        }
        return new SqlResult(columns, rows, false);
    }

    /** DuckDB's words, with keys in the place of this machine's paths. */
    private static String message(SQLException e, Set<Path> folders) {
        String message = String.valueOf(e.getMessage());
        for (Path folder : folders) {
            message = message.replace(folder.toString() + '/', "s3://" + folder.getFileName() + '/');
        }
        return message;
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            return; // It had ended by itself.
        }
    }

    /** Cancels a statement when its thread is interrupted or its time is up. */
    private static final class Watch implements AutoCloseable {
        private final CountDownLatch done = new CountDownLatch(1);

        Watch(Statement statement) {
            Thread.ofVirtual().name("sql-watch").start(() -> {
                try {
                    if (!done.await(SECONDS, TimeUnit.SECONDS)) {
                        cancel(statement);
                    }
                } catch (InterruptedException e) {
                    cancel(statement);
                }
            });
        }

        @Override
        public void close() {
            done.countDown();
        }
    }
}
