package org.aforo.service.queues.internal.op;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client got. */
record Answer(HttpResponse<String> http) {

    private static final JsonMapper JSON = new JsonMapper();

    int status() {
        return http.statusCode();
    }

    String text() {
        return http.body();
    }

    String header(String name) {
        return http.headers().firstValue(name).orElse(null);
    }

    /** An answer in JSON that is good. */
    Map<String, Object> json() {
        assertThat(status()).as(text()).isEqualTo(200);
        return members();
    }

    Map<String, Object> members() {
        return text().isEmpty() ? Map.of() : JSON.readValue(text(), new TypeReference<Map<String, Object>>() {
        });
    }

    String text(String member) {
        return (String) json().get(member);
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(String member) {
        return (List<Map<String, Object>>) json().getOrDefault(member, List.of());
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> map(String member) {
        return (Map<String, Object>) json().getOrDefault(member, Map.of());
    }

    /** What is between an element's tags, of the first of that name; null when there is none. */
    String element(String name) {
        int from = text().indexOf('<' + name + '>');
        return from < 0 ? null : text().substring(from + name.length() + 2, text().indexOf("</" + name + '>', from));
    }
}
