package org.aforo.ui.internal.console;

import org.aforo.client.Control;

/** A call through the bench's control API, for services that AWS's tools don't know. */
final class CurlCode {

    private CurlCode() {
    }

    static String of(ApiCall call) {
        String url = call.endpoint().resolve("/_aforo/api/" + Control.encode(call.service()) + '/'
                + Control.encode(call.operation())).toString();
        return "curl " + CliCode.quoted(url) + " \\\n    -d " + CliCode.quoted(call.input().toString()) + '\n';
    }
}
