package org.aforo.service.streams.internal.op;

import java.time.Instant;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Consumer;
import org.aforo.service.streams.internal.Errors;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.PageToken;
import org.aforo.service.streams.internal.Stream;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;

/**
 * ListStreamConsumers.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListStreamConsumers.html">AWS</a>
 */
public record ListStreamConsumers(Streams streams) {

    private static final String LIST = "consumers";
    private static final int MOST = 100;

    public record Input(String streamARN, String nextToken, Integer maxResults,
            Instant streamCreationTimestamp) implements OfStream {
        public String resource() {
            return StreamName.shortName(null, streamARN);
        }
    }

    public record Output(List<ConsumerViews.View> consumers, String nextToken) {
    }

    private static String place(String nextToken, Stream stream, long now) throws AwsError {
        PageToken token = PageToken.parse(nextToken, LIST, now);
        if (!token.stream().equals(stream.fullName())) {
            throw Errors.invalidToken();
        }
        return token.place();
    }

    public Output handle(Input in, Call call) throws AwsError {
        long now = streams.bench().clock().millis();
        Stream stream = streams.find(null, in.streamARN, call);
        if (in.streamCreationTimestamp != null
                && in.streamCreationTimestamp.getEpochSecond() != stream.meta().created() / 1_000) {
            throw Errors.noStream(stream.fullName());
        }
        String after = in.nextToken == null ? "" : place(in.nextToken, stream, now);
        int limit = in.maxResults == null ? MOST : Math.min(in.maxResults, MOST);
        List<Consumer> page = streams.consumers().of(stream.fullName()).stream()
                .filter(consumer -> consumer.name().compareTo(after) > 0).limit(limit + 1L).toList();
        boolean more = page.size() > limit;
        List<Consumer> shown = more ? page.subList(0, limit) : page;
        String next = more ? new PageToken(LIST, stream.fullName(), shown.getLast().name(), now).toString() : null;
        return new Output(shown.stream().map(ConsumerViews.View::of).toList(), next);
    }
}
