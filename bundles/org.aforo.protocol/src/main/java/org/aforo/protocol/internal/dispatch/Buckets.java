package org.aforo.protocol.internal.dispatch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.protocol.internal.wire.Incoming;

/**
 * Virtual-host style: the bucket's name before the host's.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html">Virtual hosting</a>
 */
public final class Buckets {

    private static final Pattern HOST = Pattern.compile(
            "(?i)(?<bucket>[a-z0-9][a-z0-9.-]*?)\\.(?:s3[.-](?:[a-z0-9-]+\\.)*(?:amazonaws\\.com(?:\\.cn)?|localhost"
                    + "(?:\\.localstack\\.cloud)?)|localhost)(?::\\d+)?");
    private static final Pattern ENDPOINT = Pattern.compile("(?i)s3(?:[.-][a-z0-9-]+)*\\.(?:amazonaws\\.com(?:\\.cn)?"
            + "|localhost(?:\\.localstack\\.cloud)?)(?::\\d+)?");

    private Buckets() {
    }

    /** The path with the bucket in it, undecoded. */
    public static String path(Incoming in) {
        String path = in.request().rawPath();
        String host = in.header("host");
        if (host == null || ENDPOINT.matcher(host).matches()) {
            return path;
        }
        Matcher virtual = HOST.matcher(host);
        return virtual.matches() ? '/' + virtual.group("bucket") + path : path;
    }
}
