/** The API console: any operation of any service, called by hand. */
package org.aforo.ui.internal.console;
