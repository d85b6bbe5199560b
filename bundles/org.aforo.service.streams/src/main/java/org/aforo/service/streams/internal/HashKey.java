package org.aforo.service.streams.internal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;

/**
 * A hash key: an unsigned number of 128 bits, in two halves so that routing a record costs no objects
 * but this one.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_HashKeyRange.html">HashKeyRange</a>
 */
public record HashKey(long high, long low) implements Comparable<HashKey> {

    static final HashKey MIN = new HashKey(0, 0);
    static final HashKey MAX = new HashKey(-1, -1);
    private static final int BITS = 128;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,39}");
    private static final BigInteger HALF = BigInteger.ONE.shiftLeft(64);

    /** The MD5 of a partition key, as AWS routes it; {@code md5} is left ready for the next. */
    static HashKey of(byte[] partitionKey, MessageDigest md5) {
        ByteBuffer digest = ByteBuffer.wrap(md5.digest(partitionKey));
        return new HashKey(digest.getLong(), digest.getLong());
    }

    /** An explicit hash key. */
    static HashKey parse(String decimal) throws AwsError {
        BigInteger value = new BigInteger(decimal);
        if (value.bitLength() > BITS) {
            throw Errors.invalid("Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. "
                    + "Specified value was " + decimal);
        }
        return of(value);
    }

    /** Whether a text is one in decimal. */
    static boolean isOne(String text) {
        return DECIMAL.matcher(text).matches() && new BigInteger(text).bitLength() <= BITS;
    }

    /** A number below 2^128. */
    static HashKey of(BigInteger value) {
        return new HashKey(value.shiftRight(Long.SIZE).longValue(), value.longValue());
    }

    BigInteger toBigInteger() {
        return half(high).shiftLeft(Long.SIZE).or(half(low));
    }

    private static BigInteger half(long bits) {
        BigInteger value = BigInteger.valueOf(bits);
        return bits < 0 ? value.add(HALF) : value;
    }

    @Override
    public int compareTo(HashKey other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    /** Decimal, as on the wire. */
    @Override
    public String toString() {
        return toBigInteger().toString();
    }
}
