package org.aforo.scenario.internal.record;

import java.util.List;
import java.util.regex.Pattern;

import org.aforo.api.Resource;

/** Names of resources as scenarios write them: a name, an ARN, or what an ARN ends with; {@code *} as wildcard. */
public final class Named {

    private final Pattern pattern;

    public Named(String name) {
        this.pattern = Pattern.compile(("\\Q" + name + "\\E").replace("*", "\\E.*\\Q"));
    }

    public boolean fits(Resource resource) {
        String end = resource.arn().resource();
        return List.of(resource.name(), resource.arn().toString(), end, end.substring(end.indexOf('/') + 1)).stream()
                .anyMatch(this::fits);
    }

    public boolean fits(String name) {
        return pattern.matcher(name).matches();
    }
}
