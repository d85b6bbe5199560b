package org.aforo.scenario.internal.read;

import java.util.List;

/** The keys of each section; {@code scenarios/scenario.schema.json} must know the same ones. */
public final class Keys {

    public static final List<String> SCENARIO = List.of("name", "description", "clock", "seed", "inputs", "setup",
            "producers", "consumers", "steps", "faults", "run", "expect", "charts");
    public static final List<String> INPUT = List.of("help", "default");
    public static final List<String> PRODUCER = List.of("name", "demo", "template", "keys", "skew", "file", "command",
            "needs", "to", "ordered", "rate", "for", "phases");
    public static final List<String> CONSUMER = List.of("name", "from", "via", "every", "at", "start", "since",
            "workers", "work", "to", "fails", "command", "needs");
    public static final List<String> FAILS = List.of("on", "until");
    /** Besides the operation itself. */
    public static final List<String> CALL = List.of("as");
    /** Besides the operation itself. */
    public static final List<String> STEP = List.of("at", "as");
    public static final List<String> PHASE = List.of("rate", "for");
    public static final List<String> FAULT = List.of("at", "for", "service", "operation", "resource", "share",
            "latency",
            "error", "throttle", "partial", "outage", "duplicate", "reorder", "seed");
    public static final List<String> ERROR = List.of("code", "status", "message", "done");
    public static final List<String> PARTIAL = List.of("code", "message", "done");
    public static final List<String> RUN = List.of("for", "drain");
    public static final List<String> EXPECT = List.of("delivered", "flushes", "sql", "objects", "meter", "received",
            "delay");
    public static final List<String> DELIVERED = List.of("from", "bucket", "prefix");
    public static final List<String> FLUSHES = List.of("of", "reasons", "atLeast");
    public static final List<String> SQL = List.of("query", "equals");
    public static final List<String> OBJECTS = List.of("bucket", "prefix", "atLeast", "atMost");
    public static final List<String> METER = List.of("of", "direction", "figure", "between", "atLeast",
            "atMost");
    public static final List<String> RECEIVED = List.of("from", "by", "times", "ordered");
    public static final List<String> DELAY = List.of("of", "percentile", "atLeast", "atMost");
    public static final List<String> CHART = List.of("title", "of", "direction", "figure");

    private Keys() {
    }
}
