package org.aforo.protocol.internal.dispatch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.query.Query;
import org.aforo.protocol.internal.rest.RestJson;
import org.aforo.protocol.internal.rest.RestRoutes;
import org.aforo.protocol.internal.rest.RestXml;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Protocol;

/**
 * Finds out what a request is for: the protocol by its head, then the service by the signature's scope, the target's
 * prefix or the API's version, then the operation. Models are read only when they are asked.
 */
final class Router {

    private static final String S3 = "s3";
    private static final String RPC_V2 = "smithy-rpc-v2-cbor";

    private final Table table;

    Router(Table table) {
        this.table = table;
    }

    /** The protocol that a request is in, as far as its head alone tells; S3's when nothing tells. */
    static Protocol guess(Incoming in) {
        if (Rpc.isV2(in) || in.header("x-amz-target") != null || in.mediaType().startsWith("application/x-amz-")) {
            return Rpc.of(in, null);
        }
        boolean form = in.mediaType().equals("application/x-www-form-urlencoded") || in.query().containsKey("Action");
        if (form && !in.scope().service().equals(S3)) {
            return Query.INSTANCE;
        }
        boolean s3 = in.scope().service().isEmpty() || in.scope().service().equals(S3);
        return s3 ? RestXml.S3 : RestJson.INSTANCE;
    }

    Target find(Incoming in) throws IOException {
        if (Rpc.isV2(in)) {
            return named(in, Rpc.Name.ofPath(in.request().rawPath()), m -> m.protocols().contains(RPC_V2));
        }
        String target = in.header("x-amz-target");
        if (target != null) {
            return named(in, Rpc.Name.ofTarget(target), m -> true);
        }
        if (guess(in) == Query.INSTANCE) {
            Map<String, List<String>> parameters = Query.parameters(in);
            if (parameters.containsKey("Action")) {
                return action(in, parameters);
            }
        }
        return rest(in);
    }

    private Target named(Incoming in, Rpc.Name name, Predicate<ServiceModel> speaks) {
        Found found = find(in.scope().service(), m -> name.service().equals(m.targetPrefix()) && speaks.test(m));
        if (found == null) {
            Table.Gone gone = table.goneWithPrefix(name.service());
            throw gone == null ? missing(in) : unavailable(gone);
        }
        Protocol protocol = Rpc.of(in, found.api.model().jsonVersion());
        return new Target(found.plugged, found.api, protocol, name.operation(), Map.of());
    }

    private Target action(Incoming in, Map<String, List<String>> parameters) {
        String operation = parameters.get("Action").getFirst();
        String version = parameters.containsKey("Version") ? parameters.get("Version").getFirst() : null;
        Found found = find(in.scope().service(), m -> m.protocols().contains("query")
                && (version == null ? m.operations().containsKey(operation) : version.equals(m.version())));
        if (found == null) {
            throw missing(in, Query.unknownOperation(operation, version));
        }
        return new Target(found.plugged, found.api, Query.INSTANCE, operation, Map.of());
    }

    /**
     * By method and path: of the service that the scope names, be it one without paths; unsigned requests are S3's if it
     * is there.
     */
    private Target rest(Incoming in) {
        String scope = in.scope().service().isEmpty() ? S3 : in.scope().service();
        Plugged named = table.byId(scope);
        Target target = named == null ? null : rest(in, named, true);
        if (named == null && table.gone(scope) == null) {
            for (Plugged plugged : table.all()) {
                target = target == null ? rest(in, plugged, false) : target;
            }
        }
        if (target == null) {
            throw missing(in);
        }
        return target;
    }

    private Target rest(Incoming in, Plugged plugged, boolean only) {
        for (Api api : plugged.apis()) {
            ServiceModel model = api.model();
            if (model.protocol().startsWith("rest-")) {
                boolean s3 = S3.equals(model.signingName());
                RestRoutes.Match match = api.routes().find(in, s3 ? Buckets.path(in) : in.request().rawPath());
                if (match != null || only) {
                    Protocol protocol = s3 ? RestXml.S3
                            : model.protocol().equals("rest-xml") ? RestXml.PLAIN : RestJson.INSTANCE;
                    return new Target(plugged, api, protocol, match == null ? null : match.operation().name(),
                            match == null ? Map.of() : match.labels());
                }
            }
        }
        return null;
    }

    private AwsError missing(Incoming in) {
        return missing(in, guess(in).unknownOperation(""));
    }

    /** @param unknown what is told unless the service is one that isn't plugged in now */
    private AwsError missing(Incoming in, AwsError unknown) {
        String scope = in.scope().service();
        Table.Gone gone = table.gone(scope.isEmpty() && guess(in) == RestXml.S3 ? S3 : scope);
        return gone == null ? unknown : unavailable(gone);
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
