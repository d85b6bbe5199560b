package org.aforo.api;

/**
 * An Amazon Resource Name, {@code arn:partition:service:region:account:resource}. Region and account
 * may be empty, as in {@code arn:aws:s3:::bucket}; the resource may itself hold colons and slashes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARN format</a>
 */
public record Arn(String partition, String service, String region, String account, String resource) {

    /** An ARN in the standard partition, {@code aws}. */
    public static Arn of(String service, String region, String account, String resource) {
        return new Arn("aws", service, region, account, resource);
    }

    /**
     * Reads an ARN.
     *
     * @throws IllegalArgumentException when the text isn't one
     */
    public static Arn parse(String text) {
        String[] parts = text.split(":", 6);
        if (parts.length != 6 || !parts[0].equals("arn") || parts[2].isEmpty() || parts[5].isEmpty()) {
            throw new IllegalArgumentException("Not an ARN: " + text);
        }
        return new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    @Override
    public String toString() {
        return "arn:" + partition + ':' + service + ':' + region + ':' + account + ':' + resource;
    }
}
