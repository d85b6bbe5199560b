package org.aforo.protocol.internal.dispatch;

import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.json.JsonRpc;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Protocol;

/**
 * Finds out what a request is for: the protocol by its headers, then the service by the signature's scope, the
 * target's prefix or the API's version, then the operation. Models are read only when they are asked.
 */
final class Router {

    private final Table table;

    Router(Table table) {
        this.table = table;
    }

    Target find(Incoming in) throws IOException {
        String target = in.header("x-amz-target");
        if (target != null) {
            return targeted(in, target);
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

    private Target targeted(Incoming in, String target) {
        int dot = target.lastIndexOf('.');
        String prefix = dot < 0 ? target : target.substring(0, dot);
        String operation = dot < 0 ? "" : target.substring(dot + 1);
        Found found = find(in.scope().service(), m -> prefix.equals(m.targetPrefix()));
        if (found == null) {
            Table.Gone gone = table.goneWithPrefix(prefix);
            throw gone == null ? goneOrUnknown(in) : unavailable(gone);
        }
        Protocol protocol = JsonRpc.of(in.mediaType(), found.api.model().jsonVersion());
        return new Target(found.plugged, found.api, protocol, operation, Map.of());
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
