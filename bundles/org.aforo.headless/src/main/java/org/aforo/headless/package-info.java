/** What whoever starts a bench in an OSGi framework wants to know of it. */
package org.aforo.headless;
