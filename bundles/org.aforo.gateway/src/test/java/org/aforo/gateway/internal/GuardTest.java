package org.aforo.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({"localhost,200", "localhost:4566,200", "LOCALHOST:1,200", "aforo.localhost,200", "127.0.0.1:4566,200",
            "127.8.9.1,200", "[::1]:4566,200", "evil.example,403", "localhost.evil.example,403",
            "127.0.0.1.evil.example,403", "192.168.1.5:4566,403", "evillocalhost,403"})
    void the_control_api_is_asked_for_by_a_local_name(String host, int status) throws Exception {
        assertThat(control("GET", "Host: " + host + "\r\n")).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080,200", "http://127.0.0.1,200", "https://evil.example,403", "null,403",
            "http://localhost.evil.example,403"})
    void pages_from_elsewhere_may_not_use_the_control_api(String origin, int status) throws Exception {
        for (String method : new String[] {"GET", "POST"}) {
            assertThat(control(method, "Host: localhost\r\nOrigin: " + origin + "\r\nContent-Length: 0\r\n"))
                    .startsWith("HTTP/1.1 " + (method.equals("POST") && status == 200 ? 405 : status));
        }
    }

    @Test
    void pages_of_any_origin_may_use_the_aws_apis_of_a_loopback_bench() throws Exception {
        String preflight = exchange("OPTIONS / HTTP/1.1\r\nHost: evil.example\r\nOrigin: https://app.example\r\n"
                + "Access-Control-Request-Method: POST\r\n"
                + "Access-Control-Request-Headers: authorization,x-amz-date\r\n");
        assertThat(preflight).startsWith("HTTP/1.1 204").contains("Access-Control-Allow-Origin: https://app.example",
                "Access-Control-Allow-Headers: authorization,x-amz-date", "Access-Control-Allow-Methods: GET");

        String call = exchange("POST / HTTP/1.1\r\nHost: localhost\r\nOrigin: https://app.example\r\n"
                + "Content-Length: 0\r\n");
        assertThat(call).startsWith("HTTP/1.1 200").contains("Access-Control-Allow-Origin: https://app.example",
                "x-amzn-RequestId", "ETag");
    }

    @Test
    void bad_percent_encoding_is_a_clear_error() throws Exception {
        assertThat(exchange("DELETE /_aforo/faults/%zz HTTP/1.1\r\nHost: localhost\r\n")).startsWith("HTTP/1.1 400")
                .contains("\"error\"");
    }

    @Test
    void without_an_origin_there_are_no_cors_headers() throws Exception {
        assertThat(exchange("GET / HTTP/1.1\r\nHost: localhost\r\n")).doesNotContain("Access-Control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "https://[::1]", "http://app.localhost"})
    void local_origins(String origin) {
        assertThat(LocalNames.isLocalOrigin(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "http://", "file://", "http://local host", "http://a@evil.example",
            "http://localhost@evil.example"})
    void other_origins(String origin) {
        assertThat(LocalNames.isLocalOrigin(origin)).isFalse();
    }

    private String control(String method, String headers) throws Exception {
        return exchange(method + " /_aforo/health HTTP/1.1\r\n" + headers);
    }

    private String exchange(String head) throws Exception {
        try (Box box = Box.of(data, Box::echo); RawClient raw = new RawClient(box.port())) {
            return raw.send(head + "Connection: close\r\n\r\n").all();
        }
    }
}
