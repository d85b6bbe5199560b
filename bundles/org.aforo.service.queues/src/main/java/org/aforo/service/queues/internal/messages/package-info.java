/** What a message may be, and how it is told. */
package org.aforo.service.queues.internal.messages;
