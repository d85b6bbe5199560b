package org.aforo.headless.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Tells which of a bundle's mandatory requirements no installed bundle meets. */
final class MissingRequirements {

    private final BundleContext bundles;

    MissingRequirements(BundleContext bundles) {
        this.bundles = bundles;
    }

    List<String> of(Bundle bundle) {
        List<String> missing = new ArrayList<>();
        for (BundleRequirement requirement : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
            boolean optional = Constants.RESOLUTION_OPTIONAL
                    .equals(requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
            if (!optional && !met(requirement)) {
                missing.add(text(requirement));
            }
        }
        return missing;
    }

    private boolean met(BundleRequirement requirement) {
        for (Bundle bundle : bundles.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision == null) {
                continue;
            }
            for (BundleCapability capability : revision.getDeclaredCapabilities(requirement.getNamespace())) {
                if (requirement.matches(capability)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String text(BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        String filter = directives.getOrDefault(Constants.FILTER_DIRECTIVE, "");
        return switch (requirement.getNamespace()) {
            case BundleRevision.PACKAGE_NAMESPACE -> "package " + filter;
            case BundleRevision.BUNDLE_NAMESPACE -> "bundle " + filter;
            default -> requirement.getNamespace() + " " + filter;
        };
    }
}
