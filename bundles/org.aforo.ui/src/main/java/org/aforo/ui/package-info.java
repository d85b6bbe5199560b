/** What parts of the workbench are made with; for views of others too. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.ui;
