/** The bench itself. Exported for the testkit alone; services know it as {@link org.aforo.api.Bench}. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.core;
