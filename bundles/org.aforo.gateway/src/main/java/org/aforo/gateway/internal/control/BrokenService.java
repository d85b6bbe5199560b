package org.aforo.gateway.internal.control;

import java.util.Map;

import org.aforo.api.Arn;
import org.aforo.api.BenchSettings;
import org.aforo.api.Resource;
import org.aforo.api.meter.Meter;

/** Stands for a service that can't tell its resources. */
record BrokenService(String id, String error) implements Resource {

    static Arn arn(String service, String resource) {
        return Arn.of(service, BenchSettings.DEFAULT_REGION, BenchSettings.DEFAULT_ACCOUNT, "broken/" + resource);
    }

    @Override
    public Arn arn() {
        return arn(id, "service");
    }

    @Override
    public String kind() {
        return "service";
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public String state() {
        return Look.BROKEN;
    }

    @Override
    public Map<String, String> attributes() {
        return Map.of("Error", error);
    }

    @Override
    public Meter in() {
        return NoMeter.NONE;
    }

    @Override
    public Meter out() {
        return NoMeter.NONE;
    }
}
