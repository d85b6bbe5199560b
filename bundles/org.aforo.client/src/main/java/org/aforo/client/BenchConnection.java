package org.aforo.client;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A bench that is followed: what it holds, live. Reconnects by itself until closed. Everything here returns at once;
 * asking the bench goes through {@link #control()} and blocks.
 */
public interface BenchConnection extends AutoCloseable {

    /** How it stands. */
    enum State {
        /** Not reached yet; tried again every second. */
        CONNECTING,
        /** What is told is of now. */
        LIVE,
        /** Was reached and no more; tried again every second. */
        LOST,
        /** Is known to be over: what was told last can be looked at, and it isn't tried again. */
        ENDED,
        /** Closed for good. */
        CLOSED
    }

    /** For people: {@code Local bench}, {@code http://host:4566}. */
    String name();

    URI endpoint();

    /** Whether the bench runs in this process. */
    boolean embedded();

    State state();

    /** Why it isn't {@link State#LIVE}, for people; empty when it is. */
    String trouble();

    Control control();

    /** The clock as last told; empty before the first frame. */
    Optional<ClockState> clock();

    /** Services of the bench, by id, as last told. */
    List<ServiceView> services();

    /** Resources that are part of no other, in the bench's order. */
    List<LiveResource> roots();

    /** Resources that are part of this one. */
    List<LiveResource> children(LiveResource resource);

    /** All resources. */
    Collection<LiveResource> resources();

    Optional<LiveResource> resource(String arn);

    /** The last few thousand events, oldest first. */
    List<BenchEvent> events();

    History history();

    /**
     * How many frames a second to ask for, from 1 to 10; four unless told. Has no meaning where there is no feed.
     *
     * @throws IllegalArgumentException for any other number
     */
    default void sampling(int perSecond) {
    }

    /**
     * Calls {@code listener} after each frame, on the feed's thread, and when what flowed comes to rest without one; it
     * must not block. Close to stop.
     */
    Listening listen(Consumer<ModelChange> listener);

    /** Follows it no more, as its process is known to be over; what was told stays. */
    default void end() {
    }

    @Override
    void close();

    /**
     * What people call a kind, a link or a buffer of a service's resources, in the language of this program; the word
     * itself when the service doesn't tell.
     */
    default String word(String service, String word) {
        return services().stream().filter(each -> each.id().equals(service)).findFirst()
                .map(each -> each.words().getOrDefault(word, word)).orElse(word);
    }

    /**
     * A service: {@code kinesis}, {@code Kinesis Data Streams}.
     *
     * @param words what people call the kinds, links and buffers of its resources
     */
    record ServiceView(BenchConnection connection, String id, String title, String description,
            Map<String, String> words) {

        public ServiceView {
            words = Map.copyOf(words);
        }
    }
}
