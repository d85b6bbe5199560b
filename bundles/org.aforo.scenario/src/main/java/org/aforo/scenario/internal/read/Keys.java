package org.aforo.scenario.internal.read;

import java.util.List;

/** The keys of each section; {@code scenarios/scenario.schema.json} must know the same ones. */
public final class Keys {

    public static final List<String> SCENARIO = List.of("name", "description", "clock", "seed", "inputs", "setup",
            "producers", "faults", "run", "expect");
    public static final List<String> INPUT = List.of("help", "default");
    public static final List<String> PRODUCER = List.of("name", "demo", "file", "command", "needs", "to", "rate", "for",
            "phases");
    public static final List<String> PHASE = List.of("rate", "for");
    public static final List<String> FAULT = List.of("at", "for", "service", "operation", "resource", "share",
            "latency",
            "error", "throttle", "partial", "outage");
    public static final List<String> ERROR = List.of("code", "status", "message");
    public static final List<String> RUN = List.of("for", "drain");
    public static final List<String> EXPECT = List.of("delivered", "flushes", "sql", "objects", "meter");
    public static final List<String> DELIVERED = List.of("from", "bucket", "prefix");
    public static final List<String> FLUSHES = List.of("of", "reasons", "atLeast");
    public static final List<String> SQL = List.of("query", "equals");
    public static final List<String> OBJECTS = List.of("bucket", "prefix", "atLeast", "atMost");
    public static final List<String> METER = List.of("of", "direction", "figure", "atLeast", "atMost");

    private Keys() {
    }
}
