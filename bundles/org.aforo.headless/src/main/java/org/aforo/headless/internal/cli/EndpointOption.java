package org.aforo.headless.internal.cli;

import java.net.URI;

import org.aforo.headless.internal.CommandFailure;

import picocli.CommandLine.Option;

/** Which bench a command speaks to. */
final class EndpointOption {

    @Option(names = "--endpoint", defaultValue = "http://127.0.0.1:4566", paramLabel = "URL",
            description = "The running bench (default: ${DEFAULT-VALUE}).")
    private URI endpoint;

    URI uri() {
        boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!http || endpoint.getHost() == null) {
            throw new CommandFailure("--endpoint takes a URL as http://127.0.0.1:4566, not " + endpoint);
        }
        return endpoint;
    }

    ControlClient connect() {
        return new ControlClient(uri());
    }
}
