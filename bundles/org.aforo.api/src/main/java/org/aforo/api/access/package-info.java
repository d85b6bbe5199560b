/** Who may do what with a resource: policies of resources, and the rule that all services share. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.api.access;
