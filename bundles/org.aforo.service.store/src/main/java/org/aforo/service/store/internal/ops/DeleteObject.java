package org.aforo.service.store.internal.ops;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Conditions;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.S3Error;

/** Deletes an object; that it isn't there is no error, unless a condition says so. */
public record DeleteObject(Context context) {

    public record Input(String bucket, String key, String versionId, String ifMatch) {
    }

    public record Output() {
    }

    public Output handle(Input input, Call call) {
        String key = context.key(input.key);
        if (input.versionId != null && !input.versionId.equals("null")) {
            throw S3Error.noSuchVersion(key, input.versionId);
        }
        Conditions conditions = Conditions.write(input.ifMatch, null);
        context.bucket(input.bucket).delete(key, before -> conditions.checkWrite(key, before));
        return new Output();
    }
}
