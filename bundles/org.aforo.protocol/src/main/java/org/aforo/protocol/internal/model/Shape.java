package org.aforo.protocol.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A type of a model. Shapes refer to one another in circles, so a shape is made first and told its
 * members afterwards, once, before any use.
 */
public final class Shape {

    private final String name;
    private final Kind kind;
    private final ShapeTraits traits;
    private final Constraints constraints;
    private Member[] members = {};
    private Map<String, Member> byName = Map.of();
    private Map<String, Member> byWireName = Map.of();
    private Member events;
    private boolean defaults;
    private int checked;

    public Shape(String name, Kind kind, ShapeTraits traits, Constraints constraints) {
        this.name = name;
        this.kind = kind;
        this.traits = traits;
        this.constraints = constraints;
    }

    /** Tells a structure its members; a list its one; a map its key and value. */
    public Shape define(List<Member> all) {
        members = all.toArray(Member[]::new);
        byName = new HashMap<>();
        byWireName = new HashMap<>();
        for (int i = 0; i < members.length; i++) {
            members[i].number(i);
            defaults |= members[i].traits().usual() != null;
            Shape of = members[i].shape();
            events = of.kind == Kind.STRUCTURE && of.traits.streaming() ? members[i] : events;
            byName.put(members[i].name(), members[i]);
            byWireName.putIfAbsent(members[i].wireName(), members[i]);
        }
        return this;
    }

    public String name() {
        return name;
    }

    /** The member that is an event stream; null when there is none. */
    public Member events() {
        return events;
    }

    public Kind kind() {
        return kind;
    }

    public ShapeTraits traits() {
        return traits;
    }

    public Constraints constraints() {
        return constraints;
    }

    /** A structure's members, in the model's order. */
    public List<Member> members() {
        return Arrays.asList(members);
    }

    public int size() {
        return members.length;
    }

    public Member at(int index) {
        return members[index];
    }

    /** A list's member. */
    public Member item() {
        return members[0];
    }

    /** A map's key. */
    public Member key() {
        return members[0];
    }

    /** A map's value. */
    public Member value() {
        return members[1];
    }

    /** A member by its name in the model, or null. */
    public Member member(String memberName) {
        return byName.get(memberName);
    }

    /** A member by its name on the wire, or null. */
    public Member wireMember(String wireName) {
        return byWireName.get(wireName);
    }

    /**
     * A member by its name on the wire, or null.
     *
     * @param guess the member that likely comes; makes the usual case one comparison
     */
    public Member wireMember(byte[] bytes, int from, int to, int guess) {
        for (int n = 0, i = guess; n < members.length; n++, i++) {
            Member member = members[i < members.length ? i : i % members.length];
            byte[] wire = member.wireBytes();
            if (wire.length == to - from && Arrays.equals(wire, 0, wire.length, bytes, from, to)) {
                return member;
            }
        }
        return null;
    }

    /** A structure's values when nothing is told: those that the model gives members that are absent. */
    public Object[] blank() {
        Object[] values = new Object[members.length];
        for (int i = 0; defaults && i < values.length; i++) {
            values[i] = switch (members[i].traits().usual()) {
                case List<?> list -> new ArrayList<>(list);
                case Map<?, ?> map -> new LinkedHashMap<>(map);
                case null, default -> members[i].traits().usual();
            };
        }
        return values;
    }

    /** The member that is the whole body, or null. */
    public Member payload() {
        return traits.payload() == null ? null : byName.get(traits.payload());
    }

    /** Whether this shape or one within it constrains values, so that they have to be looked at. */
    public boolean constrained() {
        if (checked == 0) {
            checked = Constrained.find(this) ? 1 : 2;
        }
        return checked == 1;
    }

    @Override
    public String toString() {
        return name;
    }
}
