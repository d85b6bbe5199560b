package org.aforo.protocol.internal.dispatch;

import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Protocol;

/**
 * Finds out what a request is for: the protocol by its headers, then the service by the signature's scope, the
 * target's prefix or the API's version, then the operation. Models are read only when they are asked.
 */
final class Router {

    private static final String RPC_V2 = "smithy-rpc-v2-cbor";

    private final Table table;

    Router(Table table) {
        this.table = table;
    }

    Target find(Incoming in) throws IOException {
        if (Rpc.isV2(in)) {
            return named(in, Rpc.Name.ofPath(in.request().rawPath()), m -> m.protocols().contains(RPC_V2));
        }
        String target = in.header("x-amz-target");
        if (target != null) {
            return named(in, Rpc.Name.ofTarget(target), m -> true);
        }
        throw unknown(in);
    }

    private AwsError unknown(Incoming in) {
        Table.Gone gone = table.gone(in.scope().service());
        if (gone != null) {
            return unavailable(gone);
        }
        return new AwsError("UnknownOperationException", 404,
                "No service of this bench answers " + in.method() + ' ' + in.request().rawPath());
    }

    private Target named(Incoming in, Rpc.Name name, Predicate<ServiceModel> speaks) {
        Found found = find(in.scope().service(), m -> name.service().equals(m.targetPrefix()) && speaks.test(m));
        if (found == null) {
            Table.Gone gone = table.goneWithPrefix(name.service());
            throw gone == null ? goneOrUnknown(in) : unavailable(gone);
        }
        Protocol protocol = Rpc.of(in, found.api.model().jsonVersion());
        return new Target(found.plugged, found.api, protocol, name.operation(), Map.of());
    }

    private AwsError goneOrUnknown(Incoming in) {
        Table.Gone gone = table.gone(in.scope().service());
        return gone == null ? AwsError.client("UnknownOperationException", null) : unavailable(gone);
    }

    static AwsError unavailable(Table.Gone gone) {
        return new AwsError("ServiceUnavailable", 503,
                gone.title() + " (" + gone.id() + ") is not plugged in at the moment.");
    }

    private record Found(Plugged plugged, Api api) {
    }

    /** The API whose model fits; the one that the scope names is asked first, so that no other model need be read. */
    private Found find(String scope, Predicate<ServiceModel> fits) {
        Plugged named = table.byId(scope);
        Found found = named == null ? null : find(named, fits);
        if (found != null) {
            return found;
        }
        for (Plugged plugged : table.all()) {
            found = find(plugged, fits);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Found find(Plugged plugged, Predicate<ServiceModel> fits) {
        for (Api api : plugged.apis()) {
            if (fits.test(api.model())) {
                return new Found(plugged, api);
            }
        }
        return null;
    }
}
