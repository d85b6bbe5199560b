/** Charts as SVG: the one place that knows the chart library. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.charts;
