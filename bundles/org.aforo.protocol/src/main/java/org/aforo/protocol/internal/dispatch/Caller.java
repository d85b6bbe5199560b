package org.aforo.protocol.internal.dispatch;

import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.endpoint.Call;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Scope;

/** Works out in whose name a request is made. */
final class Caller {

    private static final int ACCOUNT_DIGITS = 12;

    private final Credentials credentials;

    Caller(Bench bench) {
        credentials = new Credentials(bench);
    }

    Credentials credentials() {
        return credentials;
    }

    Call of(Incoming in, String service) {
        Scope scope = in.scope();
        return new Call(in.requestId(), service, account(scope.accessKey()),
                scope.region().isEmpty() ? BenchSettings.DEFAULT_REGION : scope.region(), scope.accessKey(),
                in.endpoint(), in);
    }

    private String account(String accessKey) {
        if (isAccount(accessKey)) {
            return accessKey;
        }
        String known = accessKey.isEmpty() ? null : credentials.account(accessKey);
        return known == null ? BenchSettings.DEFAULT_ACCOUNT : known;
    }

    private static boolean isAccount(String accessKey) {
        if (accessKey.length() != ACCOUNT_DIGITS) {
            return false;
        }
        for (int i = 0; i < ACCOUNT_DIGITS; i++) {
            if (accessKey.charAt(i) < '0' || accessKey.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
