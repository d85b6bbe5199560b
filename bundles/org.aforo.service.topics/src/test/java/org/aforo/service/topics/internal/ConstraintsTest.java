package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.aforo.api.endpoint.ApiCaller.Invalid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The model's constraints, operation by operation. */
class ConstraintsTest {

    private final Sns sns = new Sns();

    @AfterEach
    void close() {
        sns.close();
    }

    @Test
    void whatIsMissingIsTold() {
        Set<String> operations = sns.bench.dispatcher().operations().get("sns");
        assertThat(operations).hasSize(19);
        for (String operation : operations) {
            Object required = sns.bench.dispatcher().describe("sns", operation).input().get("required");
            List<String> names = required == null ? List.of()
                    : ((List<?>) required).stream().map(String.class::cast).toList();

            List<String> told = sns.bench.dispatcher().validate("sns", operation, Map.of()).map(Invalid::violations)
                    .orElse(List.of()).stream().map(each -> each.member() + ": " + each.message()).toList();

            assertThat(told).as(operation).hasSize(names.size());
            for (String name : names) {
                String member = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                assertThat(told).as(operation + ' ' + name).anySatisfy(each -> assertThat(each.toLowerCase(Locale.ROOT))
                        .startsWith(member.toLowerCase(Locale.ROOT) + ": ").contains("must not be null"));
            }
        }
    }

    @Test
    void lengthsAreChecked() {
        String topic = sns.topic("t");

        assertThat(sns.refused("TagResource", Map.of("ResourceArn", topic, "Tags",
                List.of(Map.of("Key", "", "Value", "v"))))).hasMessageContaining("length greater than or equal to 1");
        assertThat(sns.refused("TagResource", Map.of("ResourceArn", topic, "Tags",
                List.of(Map.of("Key", "k", "Value", "v".repeat(257))))))
                .hasMessageContaining("length less than or equal to 256");
        assertThat(sns.refused("ListTagsForResource", Map.of("ResourceArn", "x".repeat(1012))))
                .hasMessageContaining("length less than or equal to 1011");
        assertThat(sns.refused("UntagResource", Map.of("ResourceArn", topic, "TagKeys", List.of("k".repeat(129)))))
                .hasMessageContaining("length less than or equal to 128");
    }
}
