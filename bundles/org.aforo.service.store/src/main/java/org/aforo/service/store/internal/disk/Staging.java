package org.aforo.service.store.internal.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.checksum.Algorithm;
import org.aforo.service.store.internal.checksum.Claims;
import org.aforo.service.store.internal.checksum.Digest;
import org.aforo.service.store.internal.checksum.Sum;

/**
 * Where bodies are written until they are whole: a folder on the objects' own file system, so that a
 * rename makes an object of one. What a killed process left there is removed at the start.
 */
public final class Staging {

    private static final int BUFFER = 128 * 1024;

    private final Path folder;
    private final boolean force;

    /** @param force whether each file is forced to disk before it becomes an object */
    Staging(Path folder, boolean force) {
        this.folder = folder;
        this.force = force;
        clear();
    }

    /**
     * Writes a body down in one pass, with its digests, and closes it.
     *
     * @param claims  verified at its end
     * @param maximum size in bytes
     * @throws AwsError when it isn't what was claimed, is too large, breaks off, or the disk is full; nothing is
     *                  left then
     */
    public Landed receive(Payload body, Claims claims, long maximum) {
        try (body) {
            if (body.length() > maximum) {
                throw S3Error.entityTooLarge(body.length(), maximum);
            }
            Algorithm algorithm = claims.algorithm() == null ? Algorithm.CRC64NVME : claims.algorithm();
            try (Incoming incoming = open(algorithm)) {
                copy(body, incoming, maximum);
                if (body.length() >= 0 && incoming.size != body.length()) {
                    throw S3Error.incompleteBody();
                }
                return incoming.finish(claims, body.trailers());
            }
        } catch (IOException e) {
            throw S3Error.internal();
        }
    }

    /** Begins a file to be written piece by piece; discarded unless finished. */
    Incoming open(Algorithm algorithm) throws IOException {
        Path file = folder.resolve(UUID.randomUUID().toString());
        return new Incoming(file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                algorithm, force);
    }

    private static void copy(Payload body, Incoming incoming, long maximum) throws IOException {
        long length = body.length();
        byte[] buffer = new byte[length >= 0 && length < BUFFER ? Math.max(1, (int) length) : BUFFER];
        try (InputStream in = body.stream()) {
            for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
                incoming.write(buffer, n);
                if (incoming.size > maximum) {
                    throw S3Error.entityTooLarge(incoming.size, maximum);
                }
            }
        }
    }

    /** A body that breaks off is the client's doing, not the disk's. */
    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw S3Error.incompleteBody();
        }
    }

    private void clear() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> left = Files.list(folder)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file being written, with its digests. */
    static final class Incoming implements AutoCloseable {
        private final Path file;
        private final FileChannel channel;
        private final Algorithm algorithm;
        private final boolean force;
        private final Digest md5 = Digest.md5();
        private final Digest digest;
        private long size;
        private boolean finished;

        private Incoming(Path file, FileChannel channel, Algorithm algorithm, boolean force) {
            this.file = file;
            this.channel = channel;
            this.algorithm = algorithm;
            this.force = force;
            this.digest = algorithm.start();
        }

        void write(byte[] bytes, int length) throws IOException {
            md5.update(bytes, 0, length);
            digest.update(bytes, 0, length);
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            size += length;
        }

        Landed finish(Claims claims, Map<String, String> trailers) throws IOException {
            byte[] hash = md5.value();
            Sum sum = new Sum(algorithm, Base64.getEncoder().encodeToString(digest.value()), false);
            claims.verify(hash, sum, trailers);
            if (force) {
                channel.force(true);
            }
            channel.close();
            finished = true;
            return new Landed(file, size, Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS), hash, sum);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            if (!finished) {
                Files.deleteIfExists(file);
            }
        }
    }
}
