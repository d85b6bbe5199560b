package org.aforo.client;

import tools.jackson.core.JsonParser;

/**
 * Reads meters' figures, of which those are told that are others than before; where nothing flowed, that is always the
 * same object.
 */
final class FlowReader {

    private static final Rates STILL = Rates.NONE;
    private static final Flow.Latency UNMEASURED = new Flow.Latency(0, 0, 0, 0, 0);
    static final Flow NONE = new Flow(0, 0, 0, 0, STILL, STILL, STILL, UNMEASURED);

    private FlowReader() {
    }

    static Flow read(JsonParser json, Flow before) {
        long records = before.records();
        long bytes = before.bytes();
        long errors = before.errors();
        long throttles = before.throttles();
        Rates second = before.second();
        Rates tenSeconds = before.tenSeconds();
        Rates minute = before.minute();
        Flow.Latency latency = before.latency();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "records" -> records = json.getLongValue();
                case "bytes" -> bytes = json.getLongValue();
                case "errors" -> errors = json.getLongValue();
                case "throttles" -> throttles = json.getLongValue();
                case "oneSecond" -> second = rates(json, second);
                case "tenSeconds" -> tenSeconds = rates(json, tenSeconds);
                case "minute" -> minute = rates(json, minute);
                case "latencyMillis" -> latency = latency(json, latency);
                default -> json.skipChildren();
            }
        }
        boolean none = (records | bytes | errors | throttles) == 0 && second == STILL && tenSeconds == STILL
                && minute == STILL && latency == UNMEASURED;
        return none ? NONE : new Flow(records, bytes, errors, throttles, second, tenSeconds, minute, latency);
    }

    private static Rates rates(JsonParser json, Rates before) {
        double records = before.records();
        double bytes = before.bytes();
        double errors = before.errors();
        double throttles = before.throttles();
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

    private static Flow.Latency latency(JsonParser json, Flow.Latency before) {
        long count = before.count();
        double p50 = before.p50();
        double p90 = before.p90();
        double p99 = before.p99();
        double max = before.max();
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
