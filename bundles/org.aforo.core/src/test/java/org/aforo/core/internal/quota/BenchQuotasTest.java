package org.aforo.core.internal.quota;

import java.nio.file.Path;
import java.util.function.LongSupplier;

import org.aforo.api.quota.Quotas.Quota;
import org.aforo.api.quota.Quotas.Setting;
import org.aforo.core.internal.SteppedTime;
import org.aforo.core.internal.meta.BenchMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BenchQuotasTest {

    private static final Quota RATE = new Quota("kinesis.rate", 1_000, "records/s", true, "https://example.org");
    private static final Quota SIZE = new Quota("kinesis.size", 500, "records", false, "https://example.org");

    private final SteppedTime stepped = new SteppedTime();
    @TempDir
    Path folder;
    private BenchMetadata metadata;

    @AfterEach
    void close() {
        metadata.close();
        stepped.close();
    }

    private BenchQuotas quotas(boolean lifted) {
        if (metadata != null) {
            metadata.close();
        }
        metadata = new BenchMetadata(folder.resolve("m"));
        return new BenchQuotas(metadata, stepped.events, lifted);
    }

    @Test
    void liveValueFollowsOverridesAndTheirRemoval() {
        BenchQuotas quotas = quotas(false);
        LongSupplier rate = quotas.define(RATE);
        assertThat(rate.getAsLong()).isEqualTo(1_000);

        quotas.override("kinesis.rate", 5L);
        assertThat(rate.getAsLong()).isEqualTo(5);
        assertThat(quotas.all()).containsExactly(new Setting(RATE, 5, true));

        quotas.override("kinesis.rate", null);
        assertThat(rate.getAsLong()).isEqualTo(1_000);
        assertThat(stepped.events.since(0)).extracting("text")
                .containsExactly("kinesis.rate is 5 records/s", "kinesis.rate is 1000 records/s");
    }

    @Test
    void onlyLiftableLimitsAreLifted() {
        BenchQuotas quotas = quotas(true);
        LongSupplier rate = quotas.define(RATE);
        LongSupplier size = quotas.define(SIZE);

        assertThat(quotas.lifted()).isTrue();
        assertThat(rate.getAsLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(size.getAsLong()).isEqualTo(500);
        quotas.lift(false);
        assertThat(rate.getAsLong()).isEqualTo(1_000);
    }

    @Test
    void overridesSurviveARestartAndADefinitionAnew() {
        BenchQuotas quotas = quotas(false);
        LongSupplier before = quotas.define(RATE);
        quotas.override("kinesis.rate", 7L);
        quotas.define(new Quota("kinesis.rate", 2_000, "records/s", true, "https://example.org/new"));
        assertThat(before.getAsLong()).isEqualTo(7);

        LongSupplier after = quotas(false).define(RATE);

        assertThat(after.getAsLong()).isEqualTo(7);
    }

    @Test
    void unknownKeysAndValuesThatAreNotPositiveAreRefused() {
        BenchQuotas quotas = quotas(false);
        quotas.define(RATE);

        assertThatThrownBy(() -> quotas.override("kinesis.none", 1L)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no quota kinesis.none");
        assertThatThrownBy(() -> quotas.override("kinesis.rate", 0L)).isInstanceOf(IllegalArgumentException.class);
        assertThat(quotas.all()).containsExactly(new Setting(RATE, 1_000, false));
    }
}
