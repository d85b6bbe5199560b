package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code GET /openapi.json}: this API, described by the file of that name. */
final class Description {

    List<Route> routes() {
        return List.of(new Route("GET", "/openapi.json", r -> Answer.text(200, "application/json", text())));
    }

    static String text() throws IOException {
        try (InputStream in = Description.class.getResourceAsStream("openapi.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
