package org.aforo.service.store.internal.sql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.aforo.api.endpoint.HttpRoute.Response;
import org.aforo.api.endpoint.Payload;
import org.aforo.service.store.internal.S3;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SqlTest {

    private final S3 s3 = new S3().bucket("landing").bucket("secret");

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void readsWhatFirehoseLeaves() {
        // Given
        s3.put("landing", "datos/2026/11/24/18/k-1", "{\"s\":\"A\",\"p\":1}{\"s\":\"B\",\"p\":5}");
        s3.put("landing", "datos/2026/11/24/19/k-1", "{\"s\":\"A\",\"p\":3}\n{\"s\":\"B\",\"p\":7.5,\"x\":\"}{\"}\n");
        put("datos/z", gzip("{\"s\":\"C\",\"p\":2}{\"s\":\"C\",\"p\":4}"));
        s3.put("landing", "datos/list.json", "[{\"s\":\"D\",\"p\":0}]");
        s3.put("landing", "datos/empty", "");
        // When
        String answer = query("SELECT s, avg(p) AS mean FROM 's3://landing/datos/**' GROUP BY 1 ORDER BY 1", "csv");
        // Then
        assertThat(answer).isEqualTo("s,mean\r\nA,2.0\r\nB,6.25\r\nC,3.0\r\nD,0.0\r\n");
    }

    @Test
    void theFirstLineOfALogIsALineToo() throws Exception {
        String line = "192.0.2.56 - - [25/Apr/2023:10:00:01 +0000] \"GET / HTTP/1.1\" 200 8440 \"-\" \"curl\"\n";
        s3.put("landing", "log/access", line.repeat(3));

        assertThat(query("SELECT count(*) AS n FROM 's3://landing/log/*'", "csv")).isEqualTo("n\r\n3\r\n");
    }

    @Test
    void readsCsvAndParquetAndMixes() throws Exception {
        s3.put("landing", "c/one.csv", "id,name\n1,x\n2,\"y,z\"\n");
        put("c/two", gzip("id,name\n3,w\n"));
        Path parquet = s3.folder().resolve("landing/p.parquet");
        try (var connection = new org.duckdb.DuckDBDriver().connect("jdbc:duckdb:", new java.util.Properties());
                var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 4 AS id, 'v' AS name) TO '" + parquet + "' (FORMAT parquet)");
        }
        assertThat(query("SELECT * FROM 's3://landing/c/*' ORDER BY id", "csv"))
                .isEqualTo("id,name\r\n1,x\r\n2,\"y,z\"\r\n3,w\r\n");
        assertThat(query("SELECT sum(id) AS n FROM 's3://landing/**'", "csv")).isEqualTo("n\r\n10\r\n");
        assertThat(query("SELECT a.name FROM 's3://landing/c/one.csv' a, 's3://landing/p.parquet' b "
                + "WHERE a.id * 2 = b.id", "csv")).isEqualTo("name\r\n\"y,z\"\r\n");
        assertThat(query("SELECT count(*) AS n FROM read_csv('s3://landing/c/one.csv', header=false)", "csv"))
                .isEqualTo("n\r\n3\r\n");
    }

    @Test
    void readsManySmallObjectsOfWhichTheLastHasAnotherShape() {
        for (int i = 0; i < 300; i++) {
            s3.put("landing", "csv/" + i, i == 299 ? "n,late\n1.5,x\n" : "n\n1\n");
            s3.put("landing", "many/" + i, i == 299 ? "{\"n\":1.5,\"late\":\"x\"}" : "{\"n\":1}");
        }
        assertThat(query("SELECT sum(n) AS n, count(late) AS c FROM 's3://landing/many/*'", "csv"))
                .isEqualTo("n,c\r\n300.5,1\r\n");
        assertThat(query("SELECT sum(n) AS n, count(late) AS c FROM 's3://landing/csv/*'", "csv"))
                .isEqualTo("n,c\r\n300.5,1\r\n");
    }

    @Test
    void answersInJsonAndAsATable() {
        s3.put("landing", "a[1].json", "{\"n\":1,\"l\":[1,2],\"o\":{\"k\":null}}");
        s3.put("landing", "b.json", "{\"n\":2}");
        var json = JsonMapper.shared().readTree(query("FROM 's3://landing/*.json' ORDER BY n", "json"));
        assertThat(json.path("columns").path(0).path("name").asString()).isEqualTo("n");
        assertThat(json.path("columns").path(0).path("type").asString()).isEqualTo("BIGINT");
        assertThat(json.path("rows").path(0).toString()).isEqualTo("[1,[1,2],{\"k\":null}]");
        assertThat(json.path("rowCount").asInt()).isEqualTo(2);
        assertThat(query("SELECT n, 's3://landing/x' AS t FROM 's3://landing/a[[]1].json'", "table"))
                .isEqualTo("n | t\n--+---------------\n1 | s3://landing/x\n(1 row)\n");
    }

    @Test
    void moreRowsThanWantedAreLeftOut() {
        Response response = s3.sql("{\"query\":\"SELECT * FROM range(50) ORDER BY 1 DESC -- all;\",\"maxRows\":2}");
        assertThat(S3.text(response.body())).contains("[[49],[48]]").contains("\"truncated\":true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "SELEC 1 | syntax error", "SELECT nope FROM range(1) | nope", "SELECT 1; SELECT 2 | One query at a time",
            "SELECT * FROM 's3://nowhere/x' | bucket nowhere does not exist",
            "SELECT * FROM 's3://landing/none/**' | No object with anything in it matches s3://landing/none/**",
            "SELECT * FROM 's3://landing/zip' | neither text", "'' | There is no query"})
    void badQueriesAreToldInOneLine(String query, String words) {
        put("zip", new byte[] {'P', 'K', 3, 4, 0, 0});
        Response response = s3.sql(request(query, "json"));
        assertThat(response.status()).isEqualTo(400);
        String error = JsonMapper.shared().readTree(S3.text(response.body())).path("error").asString();
        assertThat(error).contains(words).doesNotContain("\n").doesNotContain(s3.folder().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "SELECT * FROM read_text('/etc/passwd')", "SELECT * FROM '/etc/passwd'", "SELECT * FROM glob('/**')",
            "SELECT * FROM read_text('@/secret/k')", "SELECT * FROM read_text('@/landing/../secret/k')",
            "SELECT * FROM read_csv('http://127.0.0.1:1/x')", "SELECT * FROM 's3://secret/../landing/x'",
            "COPY (SELECT 1) TO '@/landing/evil'", "ATTACH '@/landing/evil'", "INSTALL httpfs", "LOAD httpfs",
            "SET enable_external_access=true", "PRAGMA database_list", "EXPORT DATABASE '@/landing/evil'",
            "CREATE TABLE t AS SELECT 1", "WITH x AS (COPY (SELECT 1) TO '@/landing/evil') SELECT 1",
            "SELECT * FROM (WITH x AS (COPY (SELECT 1) TO '@/landing/evil') SELECT 1)",
            "SELECT 1) ; COPY (SELECT 1) TO '@/landing/evil'; SELECT * FROM (SELECT 1",
            "SELECT 1 /* ' */; COPY (SELECT 1) TO '@/landing/evil' --'",
            "EXPLAIN ANALYZE COPY (SELECT 1) TO '@/landing/evil'", "CALL pragma_version()"})
    void nothingIsReachedOrWrittenOutside(String query) {
        // Given
        s3.put("landing", "x", "{\"a\":1}");
        s3.put("secret", "k", "sesame");
        // When: once alone, once with the landing bucket open to the query
        for (String more : new String[] {"", " -- FROM 's3://landing/x'"}) {
            Response response = s3.sql(request(query.replace("@", s3.folder().toString()) + more, "json"));
            // Then
            assertThat(response.status()).as(query).isEqualTo(400);
        }
        Response joined = s3.sql(request("SELECT * FROM 's3://landing/x', read_text('" + s3.folder()
                + "/secret/k')", "json"));
        assertThat(joined.status()).isEqualTo(400);
        assertThat(Files.exists(s3.folder().resolve("landing/evil"))).isFalse();
    }

    private String query(String query, String format) {
        Response response = s3.sql(request(query, format));
        String text = S3.text(response.body());
        assertThat(response.status()).as(text).isEqualTo(200);
        return text;
    }

    private static String request(String query, String format) {
        return JsonMapper.shared().createObjectNode().put("query", query).put("format", format).toString();
    }

    private void put(String key, byte[] bytes) {
        s3.call("PutObject", "bucket", "landing", "key", key, "body", Payload.of(bytes));
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
