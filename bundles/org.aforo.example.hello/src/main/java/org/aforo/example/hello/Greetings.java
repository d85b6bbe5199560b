package org.aforo.example.hello;

import java.util.List;

import org.aforo.api.Arn;
import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import org.aforo.api.flow.FlowBuffer;
import org.aforo.api.meter.Meter;

/** What the bench shows of the service: a figure each way and a buffer. */
record Greetings(Arn arn, Meter in, Meter out, FlowBuffer buffer) implements Resource {

    @Override
    public String kind() {
        return "greetings";
    }

    @Override
    public String name() {
        return "greetings";
    }

    @Override
    public List<BufferState> buffers() {
        return List.of(buffer.state());
    }
}
