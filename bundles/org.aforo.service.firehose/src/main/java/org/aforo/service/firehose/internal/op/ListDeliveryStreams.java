package org.aforo.service.firehose.internal.op;

import java.util.List;

import org.aforo.api.endpoint.Call;
import org.aforo.service.firehose.internal.DeliveryStreams;

/** Lists the caller's delivery streams in alphabetical order. */
public final class ListDeliveryStreams {

    private static final int DEFAULT_LIMIT = 10;

    /** As in the model. */
    public record Input(Integer limit, String deliveryStreamType, String exclusiveStartDeliveryStreamName) {
    }

    /** As in the model. */
    public record Output(List<String> deliveryStreamNames, Boolean hasMoreDeliveryStreams) {
    }

    private final DeliveryStreams streams;

    public ListDeliveryStreams(DeliveryStreams streams) {
        this.streams = streams;
    }

    public Output handle(Input input, Call call) {
        var all = streams.names(call.account(), call.region());
        String start = input.exclusiveStartDeliveryStreamName();
        List<String> names = (start == null ? all : all.tailMap(start, false)).entrySet().stream()
                .filter(each -> input.deliveryStreamType() == null
                        || input.deliveryStreamType().equals(each.getValue().definition().type()))
                .map(each -> each.getKey()).toList();
        int limit = Math.min(input.limit() == null ? DEFAULT_LIMIT : input.limit(), names.size());
        return new Output(names.subList(0, limit), names.size() > limit);
    }
}
