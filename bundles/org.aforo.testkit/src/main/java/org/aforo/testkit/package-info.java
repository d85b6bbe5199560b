/** A bench in a box, for the tests of services. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.testkit;
