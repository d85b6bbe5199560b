package org.aforo.service.queues.internal.op;

import java.util.List;

/** Lists as SQS tells them: not at all where they are empty. */
final class Lists {

    private Lists() {
    }

    static <E> List<E> orNull(List<E> list) {
        return list.isEmpty() ? null : list;
    }

    static <E> List<E> orEmpty(List<E> list) {
        return list == null ? List.of() : list;
    }
}
