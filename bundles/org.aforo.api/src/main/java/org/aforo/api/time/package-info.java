/** The bench's one clock, its timers and its waits. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.api.time;
