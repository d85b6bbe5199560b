/** Charts of what is live: lines over time, drawn off-screen and shown on SWT, with a table that says the same. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.ui.charts;
