package org.aforo.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Follows one bench's live feed on a virtual thread, and tries again every second while there is none. */
final class FollowedBench implements BenchConnection {

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int EVENTS_KEPT = 5000;
    private static final String NO_PARENT = "";

    private final String name;
    private final URI endpoint;
    private final boolean embedded;
    private final Control control;
    private final SampledHistory history = new SampledHistory();
    private final CopyOnWriteArrayList<Consumer<ModelChange>> listeners = new CopyOnWriteArrayList<>();
    /** Guards the three below. */
    private final Object lock = new Object();
    private final Map<String, LiveResource> resources = new LinkedHashMap<>();
    private final Map<String, Map<String, LiveResource>> children = new LinkedHashMap<>();
    private final Deque<BenchEvent> events = new ArrayDeque<>();
    private volatile List<ServiceView> services = List.of();
    private volatile Optional<ClockState> clock = Optional.empty();
    private volatile State state = State.CONNECTING;
    private volatile String trouble = "";
    private Thread follower;
    private long ownEvents;

    FollowedBench(String name, URI endpoint, boolean embedded) {
        this.name = name;
        this.endpoint = endpoint;
        this.embedded = embedded;
        this.control = new Control(endpoint);
    }

    void start() {
        follower = Thread.ofVirtual().name("follow " + endpoint).start(this::follow);
    }

    private void follow() {
        while (state != State.CLOSED) {
            try {
                readFeed();
                lost("The bench closed the connection");
            } catch (IOException | JacksonException e) {
                lost(e.getMessage() == null ? e.toString() : e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
            try {
                Thread.sleep(RETRY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void readFeed() throws IOException, InterruptedException {
        readServices();
        try (InputStream in = control.events("/metrics/stream"); EventStream stream = new EventStream(in)) {
            for (EventStream.Message message = stream.next(); message != null; message = stream.next()) {
                JsonNode frame = Control.JSON.readTree(message.data());
                take(frame, message.type().equals("snapshot"));
            }
        }
    }

    private void readServices() throws BenchException {
        List<ServiceView> found = new ArrayList<>();
        control.get("/health").path("services")
                .forEach(node -> found.add(new ServiceView(this, node.path("id").asString(""),
                        node.path("title").asString(""), node.path("description").asString(""))));
        services = List.copyOf(found);
    }

    private void take(JsonNode frame, boolean snapshot) throws BenchException {
        List<LiveResource> added = new ArrayList<>();
        List<LiveResource> removed = new ArrayList<>();
        List<LiveResource> changed = new ArrayList<>();
        List<BenchEvent> fresh = new ArrayList<>();
        clock = Optional.of(StateReader.clock(frame.path("clock"), System.nanoTime()));
        boolean revived = state != State.LIVE;
        synchronized (lock) {
            Map<String, LiveResource> left = snapshot ? new LinkedHashMap<>(resources) : new LinkedHashMap<>();
            for (JsonNode node : frame.path("resources")) {
                ResourceState told = StateReader.resource(node);
                left.remove(told.arn());
                LiveResource known = resources.get(told.arn());
                if (known == null) {
                    added.add(add(told));
                } else {
                    known.update(told);
                    changed.add(known);
                }
            }
            frame.path("removed").forEach(arn -> left.put(arn.asString(), resources.get(arn.asString())));
            left.values().stream().filter(resource -> resource != null).forEach(resource -> {
                remove(resource);
                removed.add(resource);
            });
            frame.path("events").forEach(node -> fresh.add(StateReader.event(this, node)));
            fresh.forEach(this::keep);
        }
        if (fresh.stream().anyMatch(event -> event.type().startsWith("plug-in"))) {
            readServices();
        }
        if (state == State.CLOSED) {
            return;
        }
        state = State.LIVE;
        trouble = "";
        boolean structure = revived || !added.isEmpty() || !removed.isEmpty();
        tell(new ModelChange(this, structure, List.copyOf(added), List.copyOf(removed), List.copyOf(changed),
                List.copyOf(fresh)));
    }

    private LiveResource add(ResourceState told) {
        LiveResource resource = new LiveResource(this, told);
        resources.put(told.arn(), resource);
        children.computeIfAbsent(told.parent().orElse(NO_PARENT), parent -> new LinkedHashMap<>()).put(told.arn(),
                resource);
        return resource;
    }

    private void remove(LiveResource resource) {
        resource.remove();
        resources.remove(resource.arn());
        Map<String, LiveResource> siblings = children.get(resource.state().parent().orElse(NO_PARENT));
        if (siblings != null) {
            siblings.remove(resource.arn());
        }
    }

    private void lost(String why) {
        if (state == State.CLOSED) {
            return;
        }
        boolean news = state != State.LOST;
        state = State.LOST;
        trouble = why;
        if (news) {
            Instant now = clock.map(ClockState::estimate).orElseGet(Instant::now);
            BenchEvent event = new BenchEvent(this, --ownEvents, now, "connection-lost", "", why);
            synchronized (lock) {
                keep(event);
            }
            tell(new ModelChange(this, true, List.of(), List.of(), List.of(), List.of(event)));
        }
    }

    private void keep(BenchEvent event) {
        events.addLast(event);
        if (events.size() > EVENTS_KEPT) {
            events.removeFirst();
        }
    }

    private void tell(ModelChange change) {
        history.sample(change, System.currentTimeMillis());
        listeners.forEach(listener -> listener.accept(change));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public boolean embedded() {
        return embedded;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public String trouble() {
        return trouble;
    }

    @Override
    public Control control() {
        return control;
    }

    @Override
    public Optional<ClockState> clock() {
        return clock;
    }

    @Override
    public List<ServiceView> services() {
        return services;
    }

    @Override
    public List<LiveResource> roots() {
        return childrenOf(NO_PARENT);
    }

    @Override
    public List<LiveResource> children(LiveResource resource) {
        return childrenOf(resource.arn());
    }

    private List<LiveResource> childrenOf(String arn) {
        synchronized (lock) {
            return List.copyOf(children.getOrDefault(arn, Map.of()).values());
        }
    }

    @Override
    public Collection<LiveResource> resources() {
        synchronized (lock) {
            return List.copyOf(resources.values());
        }
    }

    @Override
    public Optional<LiveResource> resource(String arn) {
        synchronized (lock) {
            return Optional.ofNullable(resources.get(arn));
        }
    }

    @Override
    public List<BenchEvent> events() {
        synchronized (lock) {
            return List.copyOf(events);
        }
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public AutoCloseable listen(Consumer<ModelChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        state = State.CLOSED;
        control.close();
        if (follower != null) {
            follower.interrupt();
        }
    }
}
