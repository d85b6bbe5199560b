package org.aforo.bench;

/**
 * What a run is told.
 *
 * @param rounds  how often everything is measured
 * @param seconds how long each figure is measured
 * @param peers   whether peers are measured too
 */
record Options(int rounds, double seconds, boolean peers) {

    /**
     * Reads options.
     *
     * @param from the first argument that is one
     * @throws IllegalArgumentException in words for the user
     */
    static Options parse(String[] arguments, int from, Options defaults) {
        Options options = defaults;
        for (int i = from; i < arguments.length; i++) {
            options = switch (arguments[i]) {
                case "--rounds" -> new Options((int) number(arguments, ++i, 1, 100), options.seconds, options.peers);
                case "--seconds" -> new Options(options.rounds, number(arguments, ++i, 0.1, 600), options.peers);
                case "--no-peers" -> new Options(options.rounds, options.seconds, false);
                default -> throw new IllegalArgumentException(
                        "bench knows --rounds N, --seconds S and --no-peers, not '" + arguments[i] + "'");
            };
        }
        return options;
    }

    private static double number(String[] arguments, int at, double least, double most) {
        String option = arguments[at - 1];
        try {
            double value = at < arguments.length ? Double.parseDouble(arguments[at]) : Double.NaN;
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(option + " wants a number from " + Table.number(least) + " to "
                + Table.number(most));
    }
}
