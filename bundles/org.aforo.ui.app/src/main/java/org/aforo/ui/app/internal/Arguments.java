package org.aforo.ui.app.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What the workbench was told on the command line.
 *
 * @param attach   benches to follow from the start
 * @param embedded whether a bench runs inside the workbench
 */
record Arguments(List<URI> attach, boolean embedded) {

    /**
     * Reads {@code --attach URL}, {@code --with-bench} and {@code --no-bench}. A workbench that is attached to others
     * embeds a bench only when told so; one that is not, always unless told otherwise.
     *
     * @throws IllegalArgumentException with a message for the user when they can't be understood
     */
    static Arguments of(String[] arguments) {
        List<URI> attach = new ArrayList<>();
        Boolean embedded = null;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals("--attach")) {
                if (++i == arguments.length) {
                    throw new IllegalArgumentException(Messages.AttachWhere);
                }
                attach.add(endpoint(arguments[i]));
            } else if (argument.startsWith("--attach=")) {
                attach.add(endpoint(argument.substring("--attach=".length())));
            } else if (argument.equals("--with-bench") || argument.equals("--no-bench")) {
                embedded = argument.equals("--with-bench");
            } else if (argument.startsWith("--")) {
                throw new IllegalArgumentException(Messages.bind(Messages.UnknownOption, argument));
            }
        }
        return new Arguments(List.copyOf(attach), embedded == null ? attach.isEmpty() : embedded);
    }

    private static URI endpoint(String text) {
        URI endpoint;
        try {
            endpoint = URI.create(text.contains("://") ? text : "http://" + text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Messages.bind(Messages.BadEndpoint, text), e);
        }
        if (endpoint.getHost() == null || !endpoint.getScheme().matches("https?")) {
            throw new IllegalArgumentException(Messages.bind(Messages.BadEndpoint, text));
        }
        return endpoint;
    }
}
