package org.aforo.service.topics.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Messages as they stand in logs, also in those of before. */
class MessageCodecTest {

    private static final Message MESSAGE = new Message("id", "subject", "ñandú", true,
            Map.of("n", new MessageAttribute("Number", "5", null)), "g", "d", "Root=1-1");

    @Test
    void aMessageComesBackAsItWas() {
        assertThat(MessageCodec.decode(MessageCodec.encode(MESSAGE))).isEqualTo(MESSAGE);
    }

    @Test
    void messagesOfBeforeTracesAreRead() {
        Message untraced = new Message("id", null, "m", false, Map.of(), null, null, null);
        ByteBuffer now = MessageCodec.encode(untraced);
        ByteBuffer before = now.slice(0, now.remaining() - Integer.BYTES);
        before.put(0, (byte) 1);

        assertThat(MessageCodec.decode(before)).isEqualTo(untraced);
    }
}
