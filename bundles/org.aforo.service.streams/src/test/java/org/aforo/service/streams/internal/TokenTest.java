package org.aforo.service.streams.internal;

import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.aforo.api.endpoint.AwsError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TokenTest {

    private static final ShardIterator ITERATOR = new ShardIterator(
            new StreamName("123456789012", "ap-southeast-2", "n".repeat(128)), 1_790_000_000_000L, Integer.MAX_VALUE,
            Long.MAX_VALUE, 1_790_000_000_001L);

    @Test
    void anIteratorIsOpaqueAndComesBackWhole() {
        String token = ITERATOR.toString();

        assertThat(token).hasSizeLessThanOrEqualTo(512).startsWith("AAAAAAAAAA").doesNotContain("nnnn");
        assertThat(ShardIterator.parse(token)).isEqualTo(ITERATOR);
        assertThat(ShardIterator.resourceOf(token)).isEqualTo("n".repeat(128) + "/shard/shardId-002147483647");
    }

    @Test
    void anIteratorWithAnyByteChangedIsRefused() {
        byte[] bytes = Base64.getDecoder().decode(ITERATOR.toString());
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            refused(Base64.getEncoder().encodeToString(changed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "AAAA", "AAAAAAAAAAE=", "no base64 at all!", "AAAAAAAAAAEAAAAAAA=="})
    void whatIsNoIteratorIsRefused(String token) {
        refused(token);
        assertThat(ShardIterator.resourceOf(token)).isNull();
    }

    @Test
    void aTokenOfAnotherKindIsRefused() {
        refused(new PageToken("shards", ITERATOR.stream(), "1:2:3", 5).toString());
        refused(Token.seal("a", "b", "c", "d", "e", "f", "g"));
        assertThatThrownBy(() -> PageToken.parse(ITERATOR.toString(), "shards", 0)).hasMessage("Invalid NextToken.");
        assertThatThrownBy(() -> PageToken.parse(new PageToken("streams", ITERATOR.stream(), "", 5).toString(),
                "shards", 5)).hasMessage("Invalid NextToken.");
    }

    private static void refused(String token) {
        assertThatThrownBy(() -> ShardIterator.parse(token)).isInstanceOf(AwsError.class)
                .hasMessage("Invalid ShardIterator.")
                .extracting(error -> ((AwsError) error).code()).isEqualTo("InvalidArgumentException");
    }
}
