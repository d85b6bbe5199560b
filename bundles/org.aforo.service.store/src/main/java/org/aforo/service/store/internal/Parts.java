package org.aforo.service.store.internal;

import org.aforo.api.endpoint.Payload;
import org.aforo.service.store.internal.checksum.Algorithm;
import org.aforo.service.store.internal.checksum.Claims;
import org.aforo.service.store.internal.disk.Landed;
import org.aforo.service.store.internal.disk.OpenUpload;
import org.aforo.service.store.internal.disk.Part;

/** Takes in parts: what UploadPart and UploadPartCopy have in common. */
public record Parts(Context context) {

    /** The upload of a bucket that is there. */
    public OpenUpload upload(String bucket, String key, String id) {
        return context.store().uploads().find(context.bucket(bucket).name(), context.key(key), id);
    }

    /** A part's number, if it may be one. */
    public int number(int number) {
        if (number < 1 || number > context.limits().parts()) {
            throw S3Error.invalidArgument("Part number must be an integer between 1 and " + context.limits().parts()
                    + ", inclusive", "partNumber", Integer.toString(number));
        }
        return number;
    }

    /** Receives a part and puts it in place. */
    public Part receive(OpenUpload upload, int number, Payload body, Claims claims) {
        Algorithm wanted = upload.upload().algorithm();
        if (wanted != null && claims.algorithm() != null && claims.algorithm() != wanted) {
            throw S3Error.invalidRequest("Checksum Type mismatch occurred, expected checksum Type: "
                    + wanted.suffix() + ", actual checksum Type: " + claims.algorithm().suffix());
        }
        Claims checked = claims.algorithm() == null ? new Claims(claims.md5(), wanted, null, false) : claims;
        Landed landed = context.store().staging().receive(body, checked, context.limits().putBytes());
        Part part = new Part(number, landed.file().getFileName().toString(), landed.size(), landed.etag(),
                context.now(), landed.sum());
        context.store().uploads().add(upload, part, landed.file());
        return part;
    }
}
