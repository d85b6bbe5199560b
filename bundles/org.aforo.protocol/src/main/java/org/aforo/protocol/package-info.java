/** AWS's wire protocols: from an HTTP request to an operation's record and back. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.protocol;
