package org.aforo.service.streams.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;

/**
 * How a KMS key is named: by its id, its alias, or the ARN of either. Whether there is one of that name isn't asked:
 * the bench has no KMS, and makes the key.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StartStreamEncryption.html">KeyId</a>
 */
final class KeyId {

    private static final String ID = "(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final String ALIAS = "alias/[a-zA-Z0-9/_-]+";
    private static final Pattern NAME = Pattern.compile(ID + '|' + ALIAS);
    private static final Pattern ARN = Pattern
            .compile("arn:aws[a-z-]*:kms:([a-z0-9-]+):\\d{12}:(?:key/" + ID + '|' + ALIAS + ')');

    private KeyId() {
    }

    /** Refuses what names no key, or one of another region than the stream's, in KMS's words. */
    static void check(String keyId, String region) throws AwsError {
        if (NAME.matcher(keyId).matches()) {
            return;
        }
        Matcher arn = ARN.matcher(keyId);
        if (!arn.matches()) {
            throw Errors.noKey("Invalid keyId '" + keyId + '\'');
        }
        if (!arn.group(1).equals(region)) {
            throw Errors.noKey("Invalid arn " + arn.group(1));
        }
    }
}
