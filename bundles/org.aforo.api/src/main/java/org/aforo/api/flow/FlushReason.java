package org.aforo.api.flow;

/** Why a buffer was flushed. */
public enum FlushReason {
    /** It held as many bytes as it may. */
    SIZE,
    /** It held as many records as it may. */
    COUNT,
    /** Its oldest record was as old as it may get. */
    INTERVAL,
    /** Somebody asked for it. */
    MANUAL
}
