/** A queue's attributes: what may be set, and how they are told. */
package org.aforo.service.queues.internal.attributes;
