package org.aforo.service.metrics.internal.op;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.metrics.internal.Dimension;
import org.aforo.service.metrics.internal.Errors;
import org.aforo.service.metrics.internal.MetricId;

/** A page's token: the metric that was told last. */
final class MetricToken {

    private static final String SEPARATOR = "\0";

    private MetricToken() {
    }

    static String of(MetricId id) {
        List<String> parts = new ArrayList<>(List.of(id.namespace(), id.name()));
        id.dimensions().forEach(d -> parts.addAll(List.of(d.name(), d.value())));
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    static MetricId read(String token, String account, String region) throws AwsError {
        String[] parts = decoded(token).split(SEPARATOR, -1);
        if (parts.length < 2 || parts.length % 2 != 0) {
            throw invalid();
        }
        List<Dimension> dimensions = new ArrayList<>();
        for (int i = 2; i < parts.length; i += 2) {
            dimensions.add(new Dimension(parts[i], parts[i + 1]));
        }
        return MetricId.of(account, region, parts[0], parts[1], dimensions);
    }

    private static String decoded(String token) throws AwsError {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static AwsError invalid() {
        return Errors.value("The value for parameter NextToken is invalid.");
    }
}
