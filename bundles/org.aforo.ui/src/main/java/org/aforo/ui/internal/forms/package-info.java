/** Forms made from JSON Schema: what an AWS operation takes, as fields that people fill in. */
package org.aforo.ui.internal.forms;
