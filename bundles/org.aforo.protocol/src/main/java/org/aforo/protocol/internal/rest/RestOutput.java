package org.aforo.protocol.internal.rest;

import java.util.Map;

import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.tree.Struct;

/** Writes what isn't in the body: status and headers. */
final class RestOutput {

    private RestOutput() {
    }

    /** The status that the output tells, or the usual one; headers are put where they belong. */
    static int head(Struct output, int usual, Map<String, String> headers) {
        int status = usual;
        for (Member member : output.shape().members()) {
            Object value = output.get(member);
            if (value == null) {
                continue;
            }
            switch (member.location()) {
                case STATUS -> status = ((Number) value).intValue();
                case HEADER -> headers.put(member.wireName(), HeaderText.write(member, value));
                case HEADERS -> ((Map<?, ?>) value).forEach((k, v) -> headers.put(member.wireName() + k, (String) v));
                default -> {
                    // in the body
                }
            }
        }
        return status;
    }
}
