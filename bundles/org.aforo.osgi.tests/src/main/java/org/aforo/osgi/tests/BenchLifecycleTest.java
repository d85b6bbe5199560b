package org.aforo.osgi.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.Gateway;
import org.aforo.api.endpoint.HttpRoute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The settings start the bench, its services and its gateway, and stop them. */
class BenchLifecycleTest {

    private static final long PATIENCE_SECONDS = 30;
    private static final String CONTROL = "/_aforo";

    @TempDir
    private Path data;

    private final BundleContext bundles = FrameworkUtil.getBundle(getClass()).getBundleContext();
    private ServiceRegistration<BenchSettings> settings;

    @AfterEach
    void stop() {
        if (settings != null) {
            settings.unregister();
        }
    }

    @Test
    void theBenchComesAndGoesWithItsSettings() throws Exception {
        // Given a framework without settings, where nothing runs
        assertThat(service(Gateway.class)).isEmpty();
        // When settings appear
        start("one");
        // Then every service is plugged in and answers
        assertThat(ids()).contains("kinesis", "firehose", "s3", "monitoring");
        assertThat(health()).contains("\"UP\"", "\"kinesis\"");
        // And when they go, so does the gateway
        settings.unregister();
        settings = null;
        await(() -> service(Gateway.class).isEmpty() && service(Bench.class).isEmpty());
        // And they may come again
        start("two");
        assertThat(health()).contains("\"UP\"");
    }

    @Test
    void aServiceComesAndGoesWithItsBundle() throws Exception {
        start("plug");
        Bundle hello = bundle("org.aforo.example.hello");
        hello.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        await(() -> ids().contains("hello"));

        hello.stop(Bundle.STOP_TRANSIENT);

        await(() -> !ids().contains("hello"));
        assertThat(service(Bench.class).orElseThrow().meters().all()).noneMatch(m -> m.owner().contains("greetings"));
        assertThat(health()).contains("\"kinesis\"").doesNotContain("\"hello\"");
    }

    @Test
    void whatServicesAnswerBelowTheControlApiIsDescribed() throws Exception {
        start("described");
        await(() -> ids().contains("sqs"));
        List<String> served = service(Bench.class).orElseThrow().services().stream()
                .flatMap(each -> each.endpoints().stream()).filter(HttpRoute.class::isInstance)
                .map(each -> ((HttpRoute) each).path()).filter(path -> path.startsWith(CONTROL)).toList();

        String described = get("/openapi.json");

        assertThat(served).contains(CONTROL + "/sql", CONTROL + "/messages")
                .allSatisfy(path -> assertThat(described).contains('"' + path.substring(CONTROL.length()) + "\": {"));
    }

    private void start(String folder) throws InterruptedException, BundleException {
        settings = bundles.registerService(BenchSettings.class, BenchSettings.ephemeral(data.resolve(folder)), null);
        await(() -> service(Gateway.class).isPresent());
        await(() -> ids().containsAll(List.of("kinesis", "firehose", "s3")));
    }

    private List<String> ids() {
        return service(Bench.class).map(bench -> bench.services().stream().map(s -> s.descriptor().id()).toList())
                .orElse(List.of());
    }

    private String health() throws IOException {
        return get("/health");
    }

    private String get(String path) throws IOException {
        var uri = service(Gateway.class).orElseThrow().endpoint().resolve(CONTROL + path);
        try (InputStream in = uri.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Bundle bundle(String name) {
        for (Bundle bundle : bundles.getBundles()) {
            if (bundle.getSymbolicName().equals(name)) {
                return bundle;
            }
        }
        throw new IllegalStateException("no bundle " + name);
    }

    private <T> Optional<T> service(Class<T> type) {
        return Optional.ofNullable(bundles.getServiceReference(type)).map(bundles::getService);
    }

    private static void await(BooleanSupplier met) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!met.getAsBoolean()) {
            assertThat(System.nanoTime()).as("came in time").isLessThan(end);
            Thread.sleep(10);
        }
    }
}
