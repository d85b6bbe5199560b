package org.aforo.ui.internal.console;

import java.net.URI;

import org.aforo.ui.internal.forms.Schema;
import tools.jackson.databind.JsonNode;

/**
 * One call of an operation, with what is known of it.
 *
 * @param service as the bench names it: {@code kinesis}
 * @param input   by the names of AWS's model; blobs in Base64
 */
public record ApiCall(URI endpoint, String service, String operation, JsonNode input, Schema takes, Schema gives) {

    /** Where benches live unless they are told otherwise. */
    static final String REGION = "us-east-1";
    /** Any will do: a bench checks no secrets unless it is told to. */
    static final String KEY = "test";

    /** The member of the answer that is a stream, or empty. */
    String streamedAnswer() {
        return gives.members().stream().filter(member -> member.schema().streaming()).map(Schema.Member::name)
                .findFirst().orElse("");
    }

    /** The schema of a member, or one that takes anything. */
    Schema memberSchema(Schema structure, String member) {
        return structure.member(member).map(Schema.Member::schema)
                .orElseGet(() -> new Schema(structure.root(), structure.root().path("no such thing")));
    }
}
