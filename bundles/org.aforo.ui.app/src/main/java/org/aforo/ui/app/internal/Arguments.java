package org.aforo.ui.app.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the workbench was told on the command line.
 *
 * @param attach    benches to follow from the start
 * @param embedded  whether a bench runs inside the workbench
 * @param workspace the folder that keeps the workbench's state; null for the default one
 */
record Arguments(List<URI> attach, boolean embedded, Path workspace) {

    /**
     * Reads {@code --attach URL}, {@code --with-bench}, {@code --no-bench} and {@code --data FOLDER}. A workbench that is attached to others
     * embeds a bench only when told so; one that is not, always unless told otherwise.
     *
     * @throws IllegalArgumentException with a message for the user when they can't be understood
     */
    static Arguments of(String[] arguments) {
        List<URI> attach = new ArrayList<>();
        Boolean embedded = null;
        Path workspace = null;
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String[] argument = rest.next().split("=", 2);
            switch (argument[0]) {
                case "--attach" -> attach.add(endpoint(value(argument, rest, Messages.AttachWhere)));
                case "--data" -> workspace = Path.of(value(argument, rest, Messages.DataWhere)).toAbsolutePath();
                case "--with-bench" -> embedded = true;
                case "--no-bench" -> embedded = false;
                default -> refuse(argument[0]);
            }
        }
        return new Arguments(List.copyOf(attach), embedded == null ? attach.isEmpty() : embedded, workspace);
    }

    private static String value(String[] argument, Iterator<String> rest, String otherwise) {
        if (argument.length == 2) {
            return argument[1];
        }
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(otherwise);
        }
        return rest.next();
    }

    /** What is no option of ours may be one of the framework's. */
    private static void refuse(String argument) {
        if (argument.startsWith("--")) {
            throw new IllegalArgumentException(Messages.bind(Messages.UnknownOption, argument));
        }
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
