package org.aforo.api.log;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/** Opens record logs. */
@ProviderType
public interface RecordLogs {

    /**
     * Opens a log, made if it isn't there; the same object for the same name until it is closed.
     *
     * @param name path-like, of letters, digits, dots, dashes, underscores and slashes
     */
    RecordLog open(String name);

    /** The names below {@code prefix} that exist. */
    List<String> names(String prefix);

    /** Closes and removes a log, or all logs below a name. */
    void delete(String name);
}
