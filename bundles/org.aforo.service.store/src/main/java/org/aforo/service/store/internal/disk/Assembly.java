package org.aforo.service.store.internal.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.checksum.Algorithm;
import org.aforo.service.store.internal.checksum.Claims;
import org.aforo.service.store.internal.checksum.Digest;
import org.aforo.service.store.internal.checksum.Sum;

/**
 * Parts put together.
 *
 * @param landed the whole
 * @param parts  in order
 * @param sum    over the whole or over the parts' own
 */
public record Assembly(Landed landed, List<Part> parts, Sum sum) {

    private static final int BUFFER = 256 * 1024;

    /** Writes the parts down as one file in the staging folder; their checksums and the client's claim are met. */
    public static Assembly of(Staging staging, OpenUpload upload, List<Part> parts, Claims claims)
            throws IOException {
        Algorithm asked = upload.upload().algorithm();
        Algorithm algorithm = asked == null ? Algorithm.CRC64NVME : asked;
        if (upload.upload().ofParts()) {
            Sum sum = overParts(algorithm, parts);
            check(claims, sum);
            return new Assembly(join(staging, upload, parts, algorithm, Claims.NONE), parts, sum);
        }
        Claims met = claims.algorithm() == null || claims.algorithm() == algorithm ? claims : Claims.NONE;
        Landed landed = join(staging, upload, parts, algorithm, met);
        return new Assembly(landed, parts, landed.sum());
    }

    /** The file, not yet an object. */
    public Path file() {
        return landed.file();
    }

    /** The object that it is to be. */
    public ObjectMeta describe(Upload upload, Instant now) {
        return new ObjectMeta(Etags.ofParts(parts.stream().map(Part::etag).toList()), landed.size(), now,
                landed.stamp(), upload.headers(), sum, parts.stream().map(Part::size).toList(), upload.tags());
    }

    private static Landed join(Staging staging, OpenUpload upload, List<Part> parts, Algorithm algorithm,
            Claims claims) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (Staging.Incoming whole = staging.open(algorithm)) {
            for (Part part : parts) {
                try (InputStream in = Files.newInputStream(upload.file(part))) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        whole.write(buffer, n);
                    }
                }
            }
            return whole.finish(claims, Map.of());
        }
    }

    private static Sum overParts(Algorithm algorithm, List<Part> parts) {
        Digest digest = algorithm.start();
        for (Part part : parts) {
            byte[] value = Base64.getDecoder().decode(part.sum().value());
            digest.update(value, 0, value.length);
        }
        return new Sum(algorithm, Base64.getEncoder().encodeToString(digest.value()) + '-' + parts.size(), true);
    }

    private static void check(Claims claims, Sum sum) {
        if (claims.value() != null && claims.algorithm() == sum.algorithm()
                && !sum.value().startsWith(claims.value())) {
            throw S3Error.badChecksum(sum.algorithm().name());
        }
    }
}
