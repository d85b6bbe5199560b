package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.file.FileSystemException;

import org.aforo.api.endpoint.AwsError;

/** What a client is told when the disk fails: the reason, not where the bench keeps its files. */
final class LogFailure {

    private LogFailure() {
    }

    static String reason(IOException e) {
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return reason != null ? reason : e.getClass().getSimpleName();
    }

    static AwsError of(IOException e) {
        return AwsError.internal("The record log failed: " + reason(e));
    }
}
