/** AWS's limits, with their documented defaults, and how they are changed. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.api.quota;
