/** The durable, replayable record log and the metadata store. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.api.log;
