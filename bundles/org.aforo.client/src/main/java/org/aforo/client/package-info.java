/** A bench seen from outside, over its control API: connections, what lives there now, and what it did before. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.client;
