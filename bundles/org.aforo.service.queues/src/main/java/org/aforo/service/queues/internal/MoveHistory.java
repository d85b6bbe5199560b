package org.aforo.service.queues.internal;

import java.util.List;

/**
 * What is kept of a queue's move tasks.
 *
 * @param tasks newest first
 */
public record MoveHistory(List<MoveTask> tasks) {
}
