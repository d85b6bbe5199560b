package org.aforo.service.store.internal.ops;

import java.util.List;

import org.aforo.service.store.internal.Encoding;

/** Keys rolled up into one, in a listing. */
public record CommonPrefix(String prefix) {

    static List<CommonPrefix> of(List<String> prefixes, Encoding encoding) {
        return prefixes.stream().map(prefix -> new CommonPrefix(encoding.write(prefix))).toList();
    }
}
