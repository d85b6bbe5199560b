/** Scenarios: files that name what is set up, what flows, what goes wrong and what is expected of it. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.scenario;
