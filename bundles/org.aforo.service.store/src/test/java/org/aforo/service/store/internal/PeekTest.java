package org.aforo.service.store.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordPeek.Look;
import org.aforo.api.flow.RecordPeek.Peeked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PeekTest {

    private static final Arn BUCKET = Arn.parse("arn:aws:s3:::bolsa");

    private final S3 s3 = new S3();

    @BeforeEach
    void open() {
        s3.bucket("bolsa");
    }

    @AfterEach
    void close() {
        s3.close();
    }

    private RecordPeek peek() {
        return s3.service().peek(BUCKET).orElseThrow();
    }

    private void put(String key, String text) {
        s3.put("bolsa", key, text);
        s3.bench().advance(Duration.ofMillis(10));
    }

    private static List<String> keys(Look look) {
        return look.records().stream().map(Peeked::key).toList();
    }

    @Test
    void objects_come_as_they_came_and_looks_go_on() {
        put("z", "1");
        put("b", "2");
        put("a", "3");

        Look first = peek().latest(2);
        assertThat(keys(first)).containsExactly("b", "a");

        put("m", "4");
        put("c", "5");
        Look second = peek().after(first.position(), 1);
        Look third = peek().after(second.position(), 5);

        assertThat(keys(second)).containsExactly("m");
        assertThat(keys(third)).containsExactly("c");
        assertThat(peek().after(third.position(), 5)).isEqualTo(new Look(third.position(), List.of()));
    }

    @Test
    void the_beginning_of_an_object_is_shown_and_no_meter_moves() {
        put("big", "x".repeat(100_000));
        var before = s3.bench().resource(BUCKET.toString()).out().snapshot();

        Peeked object = peek().latest(1).records().getFirst();

        assertThat(object.size()).isEqualTo(100_000);
        assertThat(StandardCharsets.UTF_8.decode(object.data().duplicate()).toString())
                .isEqualTo("x".repeat(RecordPeek.MAX_DATA));
        assertThat(object.attributes()).containsKey("ETag");
        assertThat(s3.bench().resource(BUCKET.toString()).out().snapshot()).isEqualTo(before);
    }

    @Test
    void an_empty_bucket_shows_nothing_and_then_what_comes() {
        Look nothing = peek().latest(5);
        put("a", "1");

        assertThat(nothing.records()).isEmpty();
        assertThat(keys(peek().after(nothing.position(), 5))).containsExactly("a");
    }

    @Test
    void what_is_no_position_is_refused() {
        for (String bad : List.of("", "x", "1.5/a", "1.000000000", "a.000000000/b")) {
            assertThatThrownBy(() -> peek().after(bad, 5)).as(bad).isInstanceOf(AwsError.class);
        }
    }

    @Test
    void emptying_removes_the_objects_and_leaves_the_bucket() {
        put("a", "1");
        put("b/c", "2");

        assertThat(s3.service().empty(BUCKET)).isEqualTo(2);

        assertThat(peek().latest(5).records()).isEmpty();
        assertThat(s3.service().empty(BUCKET)).isZero();
        assertThatThrownBy(() -> s3.service().empty(Arn.parse("arn:aws:s3:::none"))).isInstanceOfSatisfying(
                AwsError.class, e -> assertThat(e.code()).isEqualTo("NoSuchBucket"));
    }
}
