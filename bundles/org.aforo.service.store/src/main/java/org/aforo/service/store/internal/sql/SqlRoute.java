package org.aforo.service.store.internal.sql;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import org.aforo.api.endpoint.HttpRoute.Request;
import org.aforo.api.endpoint.HttpRoute.Response;
import org.aforo.service.store.internal.Context;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SQL over HTTP: {@code POST} of {@code {"query": ..., "maxRows": n, "format": "json|csv|table"}}. Failures are
 * {@code {"error": ...}}.
 */
public final class SqlRoute implements AutoCloseable {

    /** Where it answers. */
    public static final String PATH = "/_aforo/sql";

    private static final int MAX_BODY = 1 << 20;
    private static final int DEFAULT_ROWS = 1_000;
    private static final int MAX_ROWS = 100_000;

    private final SqlEngine engine;

    public SqlRoute(Context context) {
        engine = new SqlEngine(context);
    }

    /** Answers one request. */
    public Response handle(Request request) throws IOException, InterruptedException {
        try {
            if (!request.method().equals("POST")) {
                throw new SqlFailure(405, "POST a query");
            }
            JsonNode body = body(request);
            String query = body.path("query").asString("").strip();
            if (query.isEmpty()) {
                throw new SqlFailure(400, "There is no query");
            }
            int rows = body.path("maxRows").asInt(DEFAULT_ROWS);
            if (rows < 1 || rows > MAX_ROWS) {
                throw new SqlFailure(400, "maxRows must be between 1 and " + MAX_ROWS);
            }
            SqlRender render = render(body.path("format").asString("json"));
            return render.write(engine.run(query, rows));
        } catch (SqlFailure e) {
            String text = JsonMapper.shared().writeValueAsString(Map.of("error", e.getMessage()));
            return Response.text(e.status(), "application/json", text + '\n');
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    private static JsonNode body(Request request) throws IOException {
        try (InputStream in = request.body().stream()) {
            byte[] bytes = in.readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                throw new SqlFailure(413, "The query is larger than " + MAX_BODY + " bytes");
            }
            return JsonMapper.shared().readTree(bytes);
        } catch (JacksonException e) {
            throw new SqlFailure(400, "The body isn't JSON: " + e.getOriginalMessage());
        }
    }

    private static SqlRender render(String format) {
        return Arrays.stream(SqlRender.values())
                .filter(render -> render.name().equals(format.toUpperCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new SqlFailure(400, "format must be json, csv or table"));
    }
}
