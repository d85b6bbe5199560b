package org.aforo.service.streams.internal.op;

import java.time.Instant;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.PageToken;
import org.aforo.service.streams.internal.Stream;
import org.aforo.service.streams.internal.StreamMeta;
import org.aforo.service.streams.internal.Streams;

/**
 * ListStreams.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListStreams.html">API reference</a>
 */
public record ListStreams(Streams streams) {

    private static final String LIST = "streams";
    /** Whatever is asked for, no more are given at once. */
    private static final int MOST = 100;

    public record Input(Integer limit, String exclusiveStartStreamName, String nextToken) {
    }

    public record Output(List<String> streamNames, Boolean hasMoreStreams, String nextToken,
            List<Summary> streamSummaries) {
    }

    /**
     * StreamSummary.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StreamSummary.html">API reference</a>
     */
    public record Summary(String streamName, String streamARN, String streamStatus, CreateStream.Mode streamModeDetails,
            Instant streamCreationTimestamp) {
        static Summary of(Stream stream) {
            StreamMeta meta = stream.meta();
            return new Summary(stream.name(), stream.arn().toString(), meta.status(),
                    new CreateStream.Mode(meta.mode()), Instant.ofEpochMilli(meta.created()));
        }
    }

    public Output handle(Input in, Call call) throws AwsError {
        long now = streams.bench().clock().millis();
        String after = in.nextToken == null ? in.exclusiveStartStreamName
                : PageToken.parse(in.nextToken, LIST, now).stream().name();
        int limit = in.limit == null ? MOST : Math.min(in.limit, MOST);
        List<Stream> page = streams.list(call.account(), call.region(), after).stream().limit(limit + 1L).toList();
        boolean more = page.size() > limit;
        List<Stream> shown = more ? page.subList(0, limit) : page;
        String next = more ? new PageToken(LIST, shown.getLast().fullName(), "", now).toString() : null;
        return new Output(shown.stream().map(Stream::name).toList(), more, next,
                shown.stream().map(Summary::of).toList());
    }
}
