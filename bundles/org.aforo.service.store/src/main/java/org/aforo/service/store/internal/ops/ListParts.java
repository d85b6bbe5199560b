package org.aforo.service.store.internal.ops;

import java.time.Instant;
import java.util.List;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.Owner;
import org.aforo.service.store.internal.Parts;
import org.aforo.service.store.internal.checksum.Algorithm;
import org.aforo.service.store.internal.checksum.Sum;
import org.aforo.service.store.internal.disk.OpenUpload;
import org.aforo.service.store.internal.disk.Part;
import org.aforo.service.store.internal.disk.Upload;

/** Lists the parts that are there, by number. */
public record ListParts(Context context) {

    public record Input(String bucket, String key, String uploadId, Integer maxParts, Integer partNumberMarker) {
    }

    public record Listed(Integer partNumber, Instant lastModified, String eTag, Long size, String checksumCRC32,
            String checksumCRC32C, String checksumCRC64NVME, String checksumSHA1, String checksumSHA256) {

        static Listed of(Part part) {
            Sum sum = part.sum();
            return new Listed(part.number(), part.modified(), '"' + part.etag() + '"', part.size(),
                    sum.value(Algorithm.CRC32), sum.value(Algorithm.CRC32C), sum.value(Algorithm.CRC64NVME),
                    sum.value(Algorithm.SHA1), sum.value(Algorithm.SHA256));
        }
    }

    public record Output(String bucket, String key, String uploadId, Integer partNumberMarker,
            Integer nextPartNumberMarker, Integer maxParts, Boolean isTruncated, List<Listed> parts, Owner initiator,
            Owner owner, String storageClass, String checksumAlgorithm, String checksumType) {
    }

    public Output handle(Input input, Call call) {
        OpenUpload open = new Parts(context).upload(input.bucket, input.key, input.uploadId);
        int most = ListObjects.most(input.maxParts, "max-parts");
        int after = input.partNumberMarker == null ? 0 : input.partNumberMarker;
        List<Part> rest = open.parts().stream().filter(part -> part.number() > after).toList();
        List<Part> page = rest.subList(0, Math.min(most, rest.size()));
        Upload upload = open.upload();
        String storage = upload.headers().storageClass();
        return new Output(input.bucket, input.key, input.uploadId, after,
                page.isEmpty() ? after : page.getLast().number(), most, page.size() < rest.size() && most > 0,
                page.stream().map(Listed::of).toList(), Owner.of(upload.owner()), Owner.of(upload.owner()),
                storage == null ? "STANDARD" : storage,
                upload.algorithm() == null ? null : upload.algorithm().name(),
                upload.algorithm() == null ? null : upload.ofParts() ? "COMPOSITE" : "FULL_OBJECT");
    }
}
