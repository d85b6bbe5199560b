package org.aforo.service.firehose.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.airlift.compress.snappy.SnappyHadoopStreams;
import org.xerial.snappy.SnappyFramedOutputStream;

/** AWS's {@code CompressionFormat}s: how each is written and how its objects are told apart. */
public enum Compression {
    UNCOMPRESSED("UNCOMPRESSED", "") {
        @Override
        OutputStream over(OutputStream out, String name) {
            return out;
        }
    },
    GZIP("GZIP", ".gz") {
        @Override
        OutputStream over(OutputStream out, String name) throws IOException {
            return new GZIPOutputStream(out, CHUNK);
        }

        @Override
        Map<String, String> headers() {
            return Map.of("content-type", "application/octet-stream", "content-encoding", "gzip");
        }
    },
    ZIP("ZIP", ".zip") {
        @Override
        OutputStream over(OutputStream out, String name) throws IOException {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.putNextEntry(new ZipEntry(name));
            return zip;
        }
    },
    /** Snappy's framing format, https://github.com/google/snappy/blob/main/framing_format.txt. */
    SNAPPY("Snappy", ".snappy") {
        @Override
        OutputStream over(OutputStream out, String name) throws IOException {
            return new SnappyFramedOutputStream(out);
        }
    },
    HADOOP_SNAPPY("HADOOP_SNAPPY", ".hsnappy") {
        @Override
        OutputStream over(OutputStream out, String name) throws IOException {
            return new SnappyHadoopStreams().createOutputStream(out);
        }
    };

    static final int CHUNK = 1 << 16;

    private final String wire;
    private final String extension;

    Compression(String wire, String extension) {
        this.wire = wire;
        this.extension = extension;
    }

    /** The format of AWS's name; null gives the default. The name has passed the model's validation. */
    public static Compression of(String wire) {
        if (wire == null) {
            return UNCOMPRESSED;
        }
        for (Compression each : values()) {
            if (each.wire.equals(wire)) {
                return each;
            }
        }
        throw Errors.invalid("CompressionFormat " + wire + " is not valid");
    }

    /** AWS's name. */
    public String wire() {
        return wire;
    }

    /** What AWS puts at the end of object names, with the dot; may be empty. */
    String extension() {
        return extension;
    }

    /** Headers to store with an object. */
    Map<String, String> headers() {
        return Map.of("content-type", "application/octet-stream");
    }

    /**
     * A stream that compresses into {@code out}; closing it completes the format.
     *
     * @param name of the one entry, for formats that hold entries
     */
    abstract OutputStream over(OutputStream out, String name) throws IOException;
}
