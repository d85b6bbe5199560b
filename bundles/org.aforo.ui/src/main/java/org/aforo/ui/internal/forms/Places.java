package org.aforo.ui.internal.forms;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the fields that AWS's words are about. */
public final class Places {

    private static final String ENTRY = ".member";

    private Places() {
    }

    /**
     * The field of a violation's path: first letters of members in lower case, {@code .N.member} for the entry N of a
     * list (from 1), {@code .KEY.member} for the value of a map. Where the path leads further than what was filled in,
     * the last field on the way; empty when not even the first is known.
     */
    public static Optional<FormNode> find(GroupNode root, String path) {
        return Optional.ofNullable(group(root, path, null));
    }

    private static FormNode down(FormNode node, String rest) {
        if (rest.isEmpty()) {
            return node;
        }
        String path = rest.startsWith(".") ? rest.substring(1) : rest;
        return switch (node) {
            case GroupNode group -> group(group, path, group);
            case ListNode list -> list(list, path);
            case MapNode map -> map(map, path);
            case ScalarNode scalar -> scalar;
            case BlobNode blob -> blob;
        };
    }

    private static FormNode group(GroupNode group, String path, FormNode otherwise) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? "" : path.substring(dot);
        for (Schema.Member member : group.members()) {
            if (member.name().equals(name) || lower(member.name()).equals(name)) {
                return down(group.member(member.name()).orElseThrow(), rest);
            }
        }
        return otherwise;
    }

    private static FormNode list(ListNode list, String path) {
        int end = path.indexOf(ENTRY);
        String number = end < 0 ? path : path.substring(0, end);
        List<FormNode> entries = list.entries();
        if (!number.matches("\\d{1,9}")) {
            return list;
        }
        int index = Integer.parseInt(number) - 1;
        boolean there = index >= 0 && index < entries.size();
        return there ? down(entries.get(index), end < 0 ? "" : path.substring(end + ENTRY.length())) : list;
    }

    /** Keys may have dots, and look like a path themselves: the longest one is meant. */
    private static FormNode map(MapNode map, String path) {
        Optional<MapNode.Pair> meant = map.pairs().stream().filter(pair -> (path + '.').startsWith(pair.key() + ENTRY
                + '.')).max(Comparator.comparingInt(pair -> pair.key().length()));
        return meant.isEmpty() ? map
                : down(meant.get().value(), path.substring(meant.get().key().length() + ENTRY.length()));
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
