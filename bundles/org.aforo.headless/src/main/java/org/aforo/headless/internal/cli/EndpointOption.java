package org.aforo.headless.internal.cli;

import java.net.URI;

import picocli.CommandLine.Option;

/** Which bench a command speaks to. */
final class EndpointOption {

    @Option(names = "--endpoint", defaultValue = "http://127.0.0.1:4566", paramLabel = "URL",
            description = "The running bench (default: ${DEFAULT-VALUE}).")
    private URI endpoint;

    URI uri() {
        return endpoint;
    }

    ControlClient connect() {
        return new ControlClient(endpoint);
    }
}
