package org.aforo.core.internal.access;

import org.aforo.api.access.AccessRequest;
import org.aforo.api.endpoint.Call;
import org.aforo.api.endpoint.ServicePrincipal;
import org.aforo.api.time.BenchClock;

/**
 * The condition keys of a request: those that AWS has for all services, as far as a bench knows them, and the service's.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition
 *      keys</a>
 */
record RequestKeys(AccessRequest request, BenchClock clock) {

    private static final long MILLIS = 1_000;

    /**
     * @param key in small letters
     * @return null when the request hasn't got it
     */
    String get(String key) {
        Call call = request.call();
        return switch (key) {
            case "aws:currenttime" -> clock.now().toString();
            case "aws:epochtime" -> Long.toString(clock.millis() / MILLIS);
            case "aws:requestedregion" -> call.region();
            case "aws:resourceaccount" -> request.resource().account();
            case "aws:securetransport" -> Boolean.toString(!call.endpoint().startsWith("http:"));
            case "aws:sourceip" -> call.wire().remote();
            case "aws:useragent" -> call.header("user-agent");
            case "aws:referer" -> call.header("referer");
            // What SNS had before aws:SourceAccount; accounts that call by themselves have it too
            case "aws:sourceowner" -> call.account();
            case "aws:principalisawsservice" -> Boolean.toString(call.by() != null);
            default -> call.by() == null ? ofAccount(key, call) : ofService(key, call.by());
        };
    }

    private String ofAccount(String key, Call call) {
        return switch (key) {
            case "aws:principalaccount", "aws:userid" -> call.account();
            case "aws:principalarn" -> call.principal();
            case "aws:principaltype" -> "Account";
            case "aws:viaawsservice" -> "false";
            default -> request.keys().get(key);
        };
    }

    private String ofService(String key, ServicePrincipal service) {
        return switch (key) {
            case "aws:sourcearn" -> service.source().toString();
            case "aws:sourceaccount" -> service.source().account();
            case "aws:principalservicename" -> service.name();
            default -> request.keys().get(key);
        };
    }
}
