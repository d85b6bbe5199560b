package org.aforo.service.streams.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.aforo.api.endpoint.AwsApi;
import org.aforo.protocol.internal.model.C2jLoader;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;

/** AWS's model of the API as the service uses it: completed. */
final class Model {

    private Model() {
    }

    static AwsApi api(StreamsBench streams) {
        return (AwsApi) streams.bench.service("kinesis").endpoints().getFirst();
    }

    static ServiceModel of(StreamsBench streams) {
        AwsApi api = api(streams);
        return C2jLoader.load(api.model(), api.additions());
    }

    static Map<String, Operation> operations(StreamsBench streams) {
        return new TreeMap<>(of(streams).operations());
    }

    static List<String> built(StreamsBench streams) {
        return api(streams).operations().stream().map(AwsApi.Operation::name).sorted().toList();
    }
}
