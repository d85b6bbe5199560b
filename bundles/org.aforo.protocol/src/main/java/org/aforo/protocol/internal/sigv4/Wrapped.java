package org.aforo.protocol.internal.sigv4;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.aforo.protocol.WireRequest;

/** A request like another, but for its body. */
abstract class Wrapped implements WireRequest {

    final WireRequest request;

    Wrapped(WireRequest request) {
        this.request = request;
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public boolean secure() {
        return request.secure();
    }

    @Override
    public String remote() {
        return request.remote();
    }

    @Override
    public String rawPath() {
        return request.rawPath();
    }

    @Override
    public String rawQuery() {
        return request.rawQuery();
    }

    @Override
    public String header(String name) {
        return request.header(name);
    }

    @Override
    public Map<String, List<String>> headers() {
        return request.headers();
    }

    @Override
    public void hold(long bytes) throws IOException {
        request.hold(bytes);
    }
}
