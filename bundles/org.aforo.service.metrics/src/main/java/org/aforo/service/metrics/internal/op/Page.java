package org.aforo.service.metrics.internal.op;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.NavigableMap;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.metrics.internal.Errors;
import org.aforo.service.metrics.internal.Limits;
import org.aforo.service.metrics.internal.op.GetMetricData.Input;

/**
 * As much of a GetMetricData's answer as is told at once. The token names the query and the minute that were told last,
 * so that what comes in meanwhile moves nothing. For one thread.
 */
final class Page {

    private final int request;
    private final int query;
    private final Long after;
    private long room;
    private int lastQuery;
    private Long lastMinute;
    private boolean cut;

    private Page(int request, int query, Long after, long room) {
        this.request = request;
        this.query = query;
        this.after = after;
        this.room = room;
        this.lastQuery = query;
        this.lastMinute = after;
    }

    static Page of(Input in, Limits limits) throws AwsError {
        long most = limits.queryDatapoints.getAsLong();
        Integer asked = in.maxDatapoints();
        if (asked != null && (asked < 1 || asked > most)) {
            throw Errors.validation("The value " + asked + " for parameter MaxDatapoints must be between 1 and " + most
                    + '.');
        }
        int request = new Input(in.metricDataQueries(), in.startTime(), in.endTime(), null, in.scanBy(), null, null)
                .hashCode();
        long room = asked == null ? most : asked;
        if (in.nextToken() == null) {
            return new Page(request, 0, null, room);
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(in.nextToken()), StandardCharsets.US_ASCII)
                    .split(" ", -1);
            int query = Integer.parseInt(parts[1]);
            if (parts.length == 3 && Integer.parseInt(parts[0]) == request && query >= 0) {
                return new Page(request, query, Long.valueOf(parts[2]), room);
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // Told below, as are those of another request.
        }
        throw AwsError.client("InvalidNextToken", "The token is not valid for this request.");
    }

    /** The first query to tell of. */
    int query() {
        return query;
    }

    /** What is left to tell of a query. */
    <T> NavigableMap<Long, T> rest(int index, NavigableMap<Long, T> ordered) {
        return index == query && after != null ? ordered.tailMap(after, false) : ordered;
    }

    boolean hasRoom() {
        return !cut;
    }

    /** Whether a datapoint still fits in. */
    boolean take(int index, long minute) {
        cut = room == 0;
        if (!cut) {
            room--;
            lastQuery = index;
            lastMinute = minute;
        }
        return !cut;
    }

    /** What the next page begins after; null when there is nothing more. */
    String next() {
        return !cut ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(
                (request + " " + lastQuery + ' ' + lastMinute).getBytes(StandardCharsets.US_ASCII));
    }
}
