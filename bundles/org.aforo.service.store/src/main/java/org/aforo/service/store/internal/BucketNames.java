package org.aforo.service.store.internal;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a bucket may be called.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Naming rules</a>
 */
public final class BucketNames {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
    private static final List<String> STARTS = List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> ENDS = List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

    private BucketNames() {
    }

    public static boolean isValid(String name) {
        return SHAPE.matcher(name).matches() && !name.contains("..") && !ADDRESS.matcher(name).matches()
                && STARTS.stream().noneMatch(name::startsWith) && ENDS.stream().noneMatch(name::endsWith);
    }
}
