/** Figures: what flowed, how fast, how often it failed. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.api.meter;
