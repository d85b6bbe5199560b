package org.aforo.client;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Follows one bench's live feed on a thread of its own, and tries again every second while there is none. The bench
 * writes at least every five seconds; after fifteen without a word it is given up.
 */
final class FollowedBench implements BenchConnection {

    private static final System.Logger LOG = System.getLogger(FollowedBench.class.getName());
    private static final long QUIET_MILLIS = 900;

    private final String name;
    private final URI endpoint;
    private final boolean embedded;
    private final Control control;
    private final Patience patience;
    private final SampledHistory history = new SampledHistory();
    private final Structure structure = new Structure(this);
    private final EventLog log = new EventLog();
    private final FrameReader reader = new FrameReader(this, structure::known);
    private final CopyOnWriteArrayList<Consumer<ModelChange>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile List<ServiceView> services = List.of();
    private volatile Optional<ClockState> clock = Optional.empty();
    private volatile State state = State.CONNECTING;
    private volatile String trouble = "";
    private volatile int hz;
    private volatile EventStream stream;
    private volatile long lastFrame;
    private Thread follower;

    FollowedBench(String name, URI endpoint, boolean embedded, int hz) {
        this(name, endpoint, embedded, hz, Patience.USUAL);
    }

    FollowedBench(String name, URI endpoint, boolean embedded, int hz, Patience patience) {
        this.name = name;
        this.endpoint = endpoint;
        this.embedded = embedded;
        this.hz = hz;
        this.patience = patience;
        this.control = new Control(endpoint);
    }

    /** How long to wait before the next try, and for a word of the bench. */
    record Patience(Duration retry, Duration silence) {

        static final Patience USUAL = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(15));
    }

    void start() {
        // not virtual: a frame of 10,000 resources keeps a core busy for a while, and there may be but one carrier
        follower = Thread.ofPlatform().daemon().name("follow " + endpoint).start(this::follow);
        Thread.ofVirtual().name("watch " + endpoint).start(this::watch);
    }

    private void follow() {
        boolean again = true;
        while (again) {
            int rate = hz;
            try {
                try {
                    readFeed(rate);
                    ended(rate, "The bench closed the connection");
                } catch (IOException | JacksonException | DateTimeException e) {
                    ended(rate, e.getMessage() == null ? e.toString() : e.getMessage());
                }
                again = rate != hz && state == State.LIVE
                        || !closed.await(patience.retry().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                again = false;
            }
        }
    }

    private void ended(int rate, String why) {
        EventStream ended = stream;
        stream = null;
        if (rate != hz && state == State.LIVE) {
            return;
        }
        lost(ended != null && silent(ended) ? "Nothing heard for " + patience.silence().toSeconds() + " s"
                : why);
    }

    private void readFeed(int rate) throws IOException {
        readServices();
        try (EventStream opened = new EventStream(control.events("/metrics/stream?hz=" + rate))) {
            stream = opened;
            EventStream.Message message = opened.next();
            while (message != null && !over() && rate == hz) {
                take(reader.read(message));
                message = opened.next();
            }
        }
    }

    private void readServices() throws BenchException {
        List<ServiceView> found = new ArrayList<>();
        for (JsonNode node : control.get("/health?lang=" + Locale.getDefault().getLanguage()).path("services")) {
            Map<String, String> words = new HashMap<>();
            node.path("words").properties().forEach(word -> words.put(word.getKey(), word.getValue().asString("")));
            found.add(new ServiceView(this, node.path("id").asString(""), node.path("title").asString(""),
                    node.path("description").asString(""), words));
        }
        services = List.copyOf(found);
    }

    private void take(Frame frame) throws BenchException {
        List<BenchEvent> fresh = new ArrayList<>();
        if (frame.snapshot()) {
            fresh.addAll(missed());
        }
        fresh.addAll(log.add(frame.events()));
        if (fresh.stream().anyMatch(event -> event.type().startsWith("plug-in"))) {
            readServices();
        }
        long millis = System.currentTimeMillis();
        Structure.Changes changes = structure.apply(frame, millis);
        clock = Optional.ofNullable(frame.clock()).or(() -> clock);
        lastFrame = millis;
        boolean first = state == State.CONNECTING;
        boolean revived = revive(fresh);
        tell(new ModelChange(this, revived || !changes.added().isEmpty() || !changes.removed().isEmpty(),
                changes.added(), changes.removed(), changes.changed(), List.copyOf(fresh)), millis);
        if (first) {
            Thread.ofVirtual().name("past of " + endpoint).start(() -> past(frame.clock(), millis, changes.added()));
        }
    }

    private void past(ClockState then, long millis, List<LiveResource> resources) {
        try {
            new Past(control, then, millis).fill(history, resources);
        } catch (BenchException e) {
            // lines begin with the connection then
            LOG.log(System.Logger.Level.DEBUG, "No past of " + endpoint, e);
        }
    }

    /** What happened while nobody listened; all there is, where the bench isn't the one of before. */
    private List<BenchEvent> missed() throws BenchException {
        List<BenchEvent> told = events(log.asked());
        if (!log.continues(told)) {
            log.beginAnew();
            told = events(0);
        }
        return log.add(told);
    }

    private List<BenchEvent> events(long since) throws BenchException {
        JsonNode answer = control.get("/events?since=" + since);
        return reader.events(answer);
    }

    private synchronized boolean revive(List<BenchEvent> fresh) {
        State before = state;
        if (before == State.LIVE || over()) {
            return false;
        }
        state = State.LIVE;
        trouble = "";
        if (before == State.LOST) {
            fresh.add(log.add(this, now(), "connection-restored", endpoint.toString()));
        }
        return true;
    }

    private void lost(String why) {
        BenchEvent event;
        synchronized (this) {
            if (over()) {
                return;
            }
            boolean told = state == State.LOST || state == State.CONNECTING && !trouble.isEmpty();
            trouble = why;
            if (told) {
                return;
            }
            event = log.add(this, now(), state == State.LIVE ? "connection-lost" : "connection-failed", why);
            state = state == State.LIVE ? State.LOST : State.CONNECTING;
        }
        tell(new ModelChange(this, true, List.of(), List.of(), List.of(), List.of(event)),
                System.currentTimeMillis());
    }

    private boolean over() {
        return state == State.CLOSED || state == State.ENDED;
    }

    private Instant now() {
        return clock.map(ClockState::estimate).orElseGet(Instant::now);
    }

    private void tell(ModelChange change, long millis) {
        history.sample(change, millis);
        tell(change);
    }

    private void tell(ModelChange change) {
        for (Consumer<ModelChange> listener : listeners) {
            if (state == State.CLOSED) {
                return;
            }
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                // a view's defect must not end what all others live on
                LOG.log(System.Logger.Level.ERROR, "A listener of " + endpoint + " failed", e);
            }
        }
    }

    private void watch() {
        try {
            while (!closed.await(patience.retry().toMillis(), TimeUnit.MILLISECONDS)) {
                EventStream watched = stream;
                if (watched != null && silent(watched)) {
                    watched.close();
                }
                long millis = System.currentTimeMillis();
                if (state == State.LIVE && millis - lastFrame >= QUIET_MILLIS && history.quiet(millis)) {
                    tell(new ModelChange(this, false, List.of(), List.of(), List.of(), List.of()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean silent(EventStream watched) {
        return System.nanoTime() - watched.heard() > patience.silence().toNanos();
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
        return structure.roots();
    }

    @Override
    public List<LiveResource> children(LiveResource resource) {
        return structure.children(resource);
    }

    @Override
    public Collection<LiveResource> resources() {
        return structure.all();
    }

    @Override
    public Optional<LiveResource> resource(String arn) {
        return structure.find(arn);
    }

    @Override
    public List<BenchEvent> events() {
        return log.all();
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public void sampling(int perSecond) {
        if (perSecond < 1 || perSecond > 10) {
            throw new IllegalArgumentException(perSecond + " isn't from 1 to 10");
        }
        if (hz != perSecond) {
            hz = perSecond;
            hangUp();
        }
    }

    @Override
    public Listening listen(Consumer<ModelChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void end() {
        synchronized (this) {
            if (over()) {
                return;
            }
            state = State.ENDED;
            trouble = "";
        }
        leave();
        tell(new ModelChange(this, true, List.of(), List.of(), List.of(), List.of()), System.currentTimeMillis());
    }

    @Override
    public void close() {
        synchronized (this) {
            state = State.CLOSED;
        }
        leave();
        control.close();
    }

    private void leave() {
        closed.countDown();
        hangUp();
        if (follower != null) {
            follower.interrupt();
        }
    }

    private void hangUp() {
        EventStream open = stream;
        if (open != null) {
            open.close();
        }
    }
}
