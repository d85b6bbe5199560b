/** What a plug-in is, what it is given, and what it shows: the root of the SPI. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.api;
