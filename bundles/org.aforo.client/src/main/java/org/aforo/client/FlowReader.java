package org.aforo.client;

import tools.jackson.core.JsonParser;

/** Reads meters' figures; where nothing flowed, that is always the same object. */
final class FlowReader {

    private static final Rates STILL = new Rates(0, 0, 0, 0);
    private static final Flow.Latency UNMEASURED = new Flow.Latency(0, 0, 0, 0, 0);
    static final Flow NONE = new Flow(0, 0, 0, 0, STILL, STILL, STILL, UNMEASURED);

    private FlowReader() {
    }

    static Flow read(JsonParser json) {
        long records = 0;
        long bytes = 0;
        long errors = 0;
        long throttles = 0;
        Rates second = STILL;
        Rates tenSeconds = STILL;
        Rates minute = STILL;
        Flow.Latency latency = UNMEASURED;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "records" -> records = json.getLongValue();
                case "bytes" -> bytes = json.getLongValue();
                case "errors" -> errors = json.getLongValue();
                case "throttles" -> throttles = json.getLongValue();
                case "oneSecond" -> second = rates(json);
                case "tenSeconds" -> tenSeconds = rates(json);
                case "minute" -> minute = rates(json);
                case "latencyMillis" -> latency = latency(json);
                default -> json.skipChildren();
            }
        }
        boolean none = (records | bytes | errors | throttles) == 0 && second == STILL && tenSeconds == STILL
                && minute == STILL && latency == UNMEASURED;
        return none ? NONE : new Flow(records, bytes, errors, throttles, second, tenSeconds, minute, latency);
    }

    private static Rates rates(JsonParser json) {
        double records = 0;
        double bytes = 0;
        double errors = 0;
        double throttles = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "records" -> records = json.getDoubleValue();
                case "bytes" -> bytes = json.getDoubleValue();
                case "errors" -> errors = json.getDoubleValue();
                case "throttles" -> throttles = json.getDoubleValue();
                default -> json.skipChildren();
            }
        }
        return records == 0 && bytes == 0 && errors == 0 && throttles == 0 ? STILL
                : new Rates(records, bytes, errors, throttles);
    }

    private static Flow.Latency latency(JsonParser json) {
        long count = 0;
        double p50 = 0;
        double p90 = 0;
        double p99 = 0;
        double max = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "count" -> count = json.getLongValue();
                case "p50" -> p50 = json.getDoubleValue();
                case "p90" -> p90 = json.getDoubleValue();
                case "p99" -> p99 = json.getDoubleValue();
                case "max" -> max = json.getDoubleValue();
                default -> json.skipChildren();
            }
        }
        return count == 0 ? UNMEASURED : new Flow.Latency(count, p50, p90, p99, max);
    }
}
