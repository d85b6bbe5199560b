/** What people do with resources: making, changing, emptying and removing them, as the services' hints say. */
package org.aforo.ui.internal.wizards;
