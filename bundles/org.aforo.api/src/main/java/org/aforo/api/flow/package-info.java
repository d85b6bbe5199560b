/** Records on their way: sinks, sources, buffers, and how they are found by ARN. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.api.flow;
