package org.aforo.osgi.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The runtime's bundles find everything they import. */
class BundlesResolveTest {

    @Test
    void everyBundleOfOursIsResolved() {
        var ours = Stream.of(FrameworkUtil.getBundle(getClass()).getBundleContext().getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.aforo."))
                .toList();

        assertThat(ours).extracting(Bundle::getSymbolicName)
                .contains("org.aforo.api", "org.aforo.core", "org.aforo.gateway", "org.aforo.service.streams");
        assertThat(ours).allSatisfy(bundle -> assertThat(bundle.getState()).as(bundle.getSymbolicName())
                .isGreaterThanOrEqualTo(Bundle.RESOLVED));
    }
}
