package org.aforo.service.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * One page of keys under a prefix, those that share what follows it up to a delimiter rolled up into one. The
 * keys behind a common prefix are jumped over, not read.
 *
 * @param <V>       what is kept of a key
 * @param entries   keys of their own
 * @param prefixes  rolled-up ones
 * @param truncated whether there are more
 * @param last      the last key or prefix of the page; the next page begins after it. Null when there is none
 */
public record Listing<V>(List<Map.Entry<String, V>> entries, List<String> prefixes, boolean truncated, String last) {

    /** Sorts behind what follows a common prefix. */
    private static final String HIGHEST = new String(Character.toChars(Character.MAX_CODE_POINT));

    /**
     * @param after nothing up to here is listed, neither keys nor prefixes; empty for the beginning
     * @param most  keys and prefixes on the page
     */
    public static <V> Listing<V> of(NavigableMap<String, V> keys, String prefix, String delimiter, String after,
            int most) {
        List<Map.Entry<String, V>> entries = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        String last = null;
        boolean behind = keys.comparator().compare(after, prefix) >= 0 && !after.isEmpty();
        Map.Entry<String, V> next = behind ? keys.higherEntry(after) : keys.ceilingEntry(prefix);
        while (next != null && next.getKey().startsWith(prefix)) {
            String key = next.getKey();
            String common = common(key, prefix, delimiter);
            boolean seen = common != null && !isNews(keys, common, after, prefixes);
            if (!seen && entries.size() + prefixes.size() == most) {
                return new Listing<>(entries, prefixes, most > 0, last);
            }
            if (common == null) {
                entries.add(next);
                last = key;
                next = keys.higherEntry(key);
            } else {
                if (!seen) {
                    prefixes.add(common);
                    last = common;
                }
                next = beyond(keys, key, common);
            }
        }
        return new Listing<>(entries, prefixes, false, last);
    }

    private static String common(String key, String prefix, String delimiter) {
        int at = delimiter == null || delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        return at < 0 ? null : key.substring(0, at + delimiter.length());
    }

    private static boolean isNews(NavigableMap<String, ?> keys, String common, String after, List<String> prefixes) {
        return keys.comparator().compare(common, after) > 0
                && (prefixes.isEmpty() || !prefixes.getLast().equals(common));
    }

    private static <V> Map.Entry<String, V> beyond(NavigableMap<String, V> keys, String key, String common) {
        String end = common + HIGHEST;
        return keys.higherEntry(keys.comparator().compare(key, end) > 0 ? key : end);
    }
}
