package org.aforo.api;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How one bench is to run. Whoever starts it registers these as an OSGi service; the bench, its
 * services and its gateway come up when they appear and go when they do.
 *
 * @param data          folder that keeps the state
 * @param ephemeral     whether {@code data} is a throw-away folder, removed at the end
 * @param host          address to listen on
 * @param port          HTTP port; 0 for any free one
 * @param tlsPort       HTTPS port; 0 for any free one, -1 for none
 * @param strict        whether signatures are verified
 * @param clockScale    bench seconds per real second; 0 for a clock that is stepped by hand
 * @param limitsLifted  whether every quota is lifted, for runs at raw speed
 * @param fsyncInterval how often logs are forced to disk, in real time; zero for on every append. An ephemeral
 *                      bench forces nothing but where every append is forced
 */
public record BenchSettings(Path data, boolean ephemeral, String host, int port, int tlsPort, boolean strict,
        double clockScale, boolean limitsLifted, Duration fsyncInterval) {

    /** The default HTTP port, the one the ecosystem expects. */
    public static final int DEFAULT_PORT = 4566;

    /** The account that unsigned requests, and keys that name no other, belong to. */
    public static final String DEFAULT_ACCOUNT = "000000000000";

    /** The region of requests that name none. */
    public static final String DEFAULT_REGION = "us-east-1";

    /** How often logs are forced to disk unless told otherwise. */
    public static final Duration DEFAULT_FSYNC = Duration.ofSeconds(1);

    /** Loopback, any free port, no TLS, permissive, real time, AWS's limits, the default fsync. */
    public static BenchSettings ephemeral(Path data) {
        return new BenchSettings(data, true, "127.0.0.1", 0, -1, false, 1.0, false, DEFAULT_FSYNC);
    }

    /** The same settings with another clock scale. */
    public BenchSettings withClockScale(double scale) {
        return new BenchSettings(data, ephemeral, host, port, tlsPort, strict, scale, limitsLifted, fsyncInterval);
    }

    /** The same settings with the limits lifted or in force. */
    public BenchSettings withLimitsLifted(boolean lifted) {
        return new BenchSettings(data, ephemeral, host, port, tlsPort, strict, clockScale, lifted, fsyncInterval);
    }

    /** The same settings with signatures verified or not. */
    public BenchSettings withStrict(boolean verified) {
        return new BenchSettings(data, ephemeral, host, port, tlsPort, verified, clockScale, limitsLifted,
                fsyncInterval);
    }
}
