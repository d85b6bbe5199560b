package org.aforo.service.store.internal.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * How DuckDB is to read an object, told by its first bytes: what Firehose writes has no extension, and
 * gzipped objects often have none either.
 *
 * @param kind        of what is in it
 * @param compression in DuckDB's word
 */
record ObjectFormat(Kind kind, String compression) {

    /** What is in an object. */
    enum Kind {
        /** JSON values one after another, with or without line ends between. */
        JSON("read_json", "format='unstructured', "),
        /** One JSON array. */
        JSON_ARRAY("read_json", "format='array', "),
        /** Separated values, or text. */
        CSV("read_csv", "union_by_name=true, "),
        /** The same, and the first line can't be names: logs above all. DuckDB takes it for names where all is text. */
        LINES("read_csv", "union_by_name=true, header=false, "),
        /** Parquet, which knows its own compression. */
        PARQUET("read_parquet", "union_by_name=true");

        private final String function;
        private final String options;

        Kind(String function, String options) {
            this.function = function;
            this.options = options;
        }
    }

    private static final int HEAD = 4_096;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

    /** Looks into a file that isn't empty. */
    static ObjectFormat of(Path file, String key) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            if (startsWith(head, PARQUET)) {
                return new ObjectFormat(Kind.PARQUET, "");
            }
            if (startsWith(head, GZIP)) {
                return new ObjectFormat(kind(unzip(head), key), "gzip");
            }
            if (startsWith(head, ZSTD)) {
                return new ObjectFormat(key.contains(".csv") ? Kind.CSV : Kind.JSON, "zstd");
            }
            if (startsWith(head, ZIP)) {
                throw unreadable(key);
            }
            return new ObjectFormat(kind(head, key), "none");
        } catch (IOException e) {
            throw new SqlFailure(400, "s3 object " + key + " can't be read");
        }
    }

    /** Whether DuckDB holds a buffer open for each file whose columns it finds out at once. */
    boolean isJson() {
        return kind == Kind.JSON || kind == Kind.JSON_ARRAY;
    }

    /**
     * A call of DuckDB's function for such files.
     *
     * @param files as a list of literals
     * @param more  further options, each with a comma and a blank behind it
     */
    String read(String files, String more) {
        return kind.function + '(' + files + ", " + more + kind.options
                + (kind == Kind.PARQUET ? "" : "compression='" + compression + '\'') + ')';
    }

    private static Kind kind(byte[] head, String key) {
        String text = new String(head, StandardCharsets.UTF_8);
        if (text.indexOf(0) >= 0) {
            throw unreadable(key);
        }
        String bare = (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
        return bare.startsWith("{") ? Kind.JSON : bare.startsWith("[") && looksLikeArray(bare, key) ? Kind.JSON_ARRAY
                : beginsWithData(bare) ? Kind.LINES : Kind.CSV;
    }

    private static boolean beginsWithData(String text) {
        return !text.isEmpty() && (Character.isDigit(text.charAt(0)) || "[<:-".indexOf(text.charAt(0)) >= 0);
    }

    /** Logs may begin with a bracket too. */
    private static boolean looksLikeArray(String text, String key) {
        String next = text.substring(1).stripLeading();
        return key.contains(".json") || next.startsWith("{") || next.startsWith("]");
    }

    private static byte[] unzip(byte[] head) {
        byte[] text = new byte[HEAD];
        int length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
            for (int n = in.read(text); n > 0 && length < HEAD; n = in.read(text, length, HEAD - length)) {
                length += n;
            }
        } catch (IOException e) {
            // The head ends in the middle of a block; what came before tells enough.
            return Arrays.copyOf(text, length);
        }
        return Arrays.copyOf(text, length);
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static SqlFailure unreadable(String key) {
        return new SqlFailure(400, "s3 object " + key + " is neither text, JSON, CSV nor Parquet, plain or gzipped "
                + "(ZIP and Snappy can't be queried)");
    }
}
