package org.aforo.protocol.internal.dispatch;

import java.util.Optional;

import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.log.MetadataStore.MetaMap;

/** The access keys that the bench knows: {@code test} with the secret {@code test}, and those kept in its metadata. */
public final class Credentials {

    private static final String USUAL = "test";

    private final Bench bench;
    private volatile MetaMap<Secret> known;

    /** A key's secret and the account it belongs to. */
    public record Secret(String secret, String account) {
    }

    public Credentials(Bench bench) {
        this.bench = bench;
    }

    /** The secret of a key. */
    public Optional<String> secret(String accessKey) {
        Optional<String> kept = known().get(accessKey).map(Secret::secret);
        return kept.isEmpty() && accessKey.equals(USUAL) ? Optional.of(USUAL) : kept;
    }

    /** The account of a key, or null when the key isn't known. */
    String account(String accessKey) {
        if (accessKey.equals(USUAL)) {
            return BenchSettings.DEFAULT_ACCOUNT;
        }
        return known().get(accessKey).map(Secret::account).orElse(null);
    }

    private MetaMap<Secret> known() {
        if (known == null) {
            known = bench.metadata().map("aforo.credentials", Secret.class);
        }
        return known;
    }
}
