package org.aforo.ui.internal.faults;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

import org.aforo.client.BenchConnection;
import org.aforo.client.LiveResource;
import org.aforo.ui.internal.resources.Figures;
import org.eclipse.osgi.util.NLS;
import tools.jackson.databind.JsonNode;

/**
 * A fault that is active on a bench. {@code service}, {@code operation} and {@code resource} may hold {@code *}.
 *
 * @param rate share of the calls that are hit, 0 to 1
 */
public record ActiveFault(BenchConnection connection, String id, String service, String operation, String resource,
        JsonNode effect, double rate, OptionalDouble lastsSeconds) {

    static ActiveFault of(BenchConnection connection, JsonNode node) {
        JsonNode lasts = node.path("lastsSeconds");
        return new ActiveFault(connection, node.path("id").asString(""), node.path("service").asString("*"),
                node.path("operation").asString("*"), node.path("resource").asString("*"), node.path("effect"),
                node.path("rate").asDouble(1),
                lasts.isNumber() ? OptionalDouble.of(lasts.asDouble()) : OptionalDouble.empty());
    }

    /** Whether it hits calls on this resource. */
    public boolean hits(LiveResource target) {
        return target.connection() == connection && matches(service, target.state().service())
                && (matches(resource, target.arn()) || matches(resource, target.state().name()));
    }

    private static boolean matches(String pattern, String text) {
        return pattern.equals("*") || pattern.equals(text) || pattern.indexOf('*') >= 0
                && Pattern.matches(("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q"), text);
    }

    /** What it does and how often, in a few words. */
    public String summary() {
        String what = EffectKind.named(effect.path("type").asString("")).map(EffectKind::label)
                .orElse(effect.path("type").asString(""));
        return rate >= 1 ? what : NLS.bind(Messages.summary_rate, what, Figures.percent(rate));
    }
}
