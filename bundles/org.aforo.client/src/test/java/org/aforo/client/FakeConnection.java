package org.aforo.client;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A connection with nothing behind it, in whatever state a test wants. */
final class FakeConnection implements BenchConnection {

    State state = State.LIVE;

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public URI endpoint() {
        return URI.create("http://fake");
    }

    @Override
    public boolean embedded() {
        return false;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public String trouble() {
        return "";
    }

    @Override
    public Control control() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ClockState> clock() {
        return Optional.empty();
    }

    @Override
    public List<ServiceView> services() {
        return List.of();
    }

    @Override
    public List<LiveResource> roots() {
        return List.of();
    }

    @Override
    public List<LiveResource> children(LiveResource resource) {
        return List.of();
    }

    @Override
    public Collection<LiveResource> resources() {
        return List.of();
    }

    @Override
    public Optional<LiveResource> resource(String arn) {
        return Optional.empty();
    }

    @Override
    public List<BenchEvent> events() {
        return List.of();
    }

    @Override
    public History history() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Listening listen(Consumer<ModelChange> listener) {
        return () -> {};
    }

    @Override
    public void close() {
        state = State.CLOSED;
    }
}
