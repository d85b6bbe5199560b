package org.aforo.service.store.internal.ops;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.Parts;
import org.aforo.service.store.internal.disk.OpenUpload;

/** Ends an upload without making an object of it. */
public record AbortMultipartUpload(Context context) {

    public record Input(String bucket, String key, String uploadId) {
    }

    public record Output() {
    }

    public Output handle(Input input, Call call) {
        OpenUpload upload = new Parts(context).upload(input.bucket, input.key, input.uploadId);
        return context.store().uploads().end(upload, Output::new);
    }
}
