/** Failures on purpose. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.api.fault;
