/** The HTTP gateway, for whoever builds a bench by hand (the test kit). */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.gateway;
