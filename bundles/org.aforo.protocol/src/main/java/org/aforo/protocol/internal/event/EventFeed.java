package org.aforo.protocol.internal.event;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireFeed;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.internal.binding.ErrorTree;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.tree.Struct;

/**
 * An output with an event stream in it, as the RPC protocols send it: first what else is in the output, as an initial
 * response, then the events.
 *
 * @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon's event stream</a>
 */
public final class EventFeed implements WireFeed {

    private static final Logger LOG = System.getLogger("org.aforo.protocol");
    private static final String MEDIA_TYPE = "application/vnd.amazon.eventstream";
    private static final String TYPE = ":message-type";

    private final ServiceModel model;
    private final Struct output;
    private final Events events;
    private final String mediaType;
    private final Function<Struct, ByteBuffer> encoder;

    private EventFeed(ServiceModel model, Struct output, Events events, String mediaType,
            Function<Struct, ByteBuffer> encoder) {
        this.model = model;
        this.output = output;
        this.events = events;
        this.mediaType = mediaType;
        this.encoder = encoder;
    }

    /**
     * The response that sends an output's events.
     *
     * @param stream    the output's member that is an event stream
     * @param mediaType of the payloads
     * @param encoder   writes a structure as a payload
     */
    public static WireResponse response(ServiceModel model, Struct output, Member stream, Map<String, String> headers,
            String mediaType, Function<Struct, ByteBuffer> encoder) {
        Struct rest = new Struct(output.shape());
        System.arraycopy(output.values(), 0, rest.values(), 0, rest.values().length);
        Events events = (Events) rest.get(stream);
        rest.set(stream, null);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", MEDIA_TYPE);
        return WireResponse.feed(200, all, new EventFeed(model, rest, events, mediaType, encoder));
    }

    @Override
    public void run(Sink sink) throws IOException, InterruptedException {
        sink.write(message("event", ":event-type", "initial-response", output));
        try {
            events.run(event -> send(event, sink));
        } catch (AwsError e) {
            sink.write(exception(e));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "An event stream of " + output.shape(), e);
            sink.write(EventMessage.of(Map.of(TYPE, "error", ":error-code", "InternalFailure", ":error-message",
                    "The request processing has failed because of an unknown error."), ByteBuffer.allocate(0)));
        }
    }

    private void send(Struct event, Sink sink) throws IOException {
        for (Member member : event.shape().members()) {
            if (event.get(member) instanceof Struct payload) {
                sink.write(message("event", ":event-type", member.name(), payload));
            }
        }
    }

    private ByteBuffer exception(AwsError e) {
        return message("exception", ":exception-type", e.code(), ErrorTree.of(model, e));
    }

    private ByteBuffer message(String type, String nameHeader, String name, Struct payload) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(TYPE, type);
        headers.put(nameHeader, name);
        headers.put(":content-type", mediaType);
        return EventMessage.of(headers, encoder.apply(payload));
    }
}
