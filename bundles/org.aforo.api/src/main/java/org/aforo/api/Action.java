package org.aforo.api;

import java.util.List;
import java.util.Map;

/**
 * What a person can do with a kind of resource, by one operation of its service's API: enough for a workbench to
 * offer it, and to make a wizard of the operation's model.
 *
 * @param kind      of the resources it is about, as {@link Resource#kind()}; for {@link Role#CREATE} the kind that is made
 * @param role      what it does
 * @param operation name in the API's model; null for {@link Role#EMPTY}, which is {@link IngestionService#empty}
 * @param title     of its menu entry: {@code New stream}
 * @param bind      members of the input that the chosen resource gives, by name; a value is text in which
 *                  {@code {name}}, {@code {arn}}, {@code {parent.name}}, {@code {parent.arn}} and
 *                  {@code {attribute:Some key}} stand for what the resource has
 * @param pages     what is asked for, in order; members that no page tells aren't asked for
 */
public record Action(String kind, Role role, String operation, Text title, Map<String, String> bind,
        List<Page> pages) {

    /** What an action does. */
    public enum Role {
        /** Makes a resource. */
        CREATE,
        /** Changes one. */
        UPDATE,
        /** Removes one. */
        DELETE,
        /** Removes what is in one, and leaves it there. */
        EMPTY
    }

    public Action {
        bind = Map.copyOf(bind);
        pages = List.copyOf(pages);
        if ((operation == null) != (role == Role.EMPTY)) {
            throw new IllegalArgumentException("EMPTY alone has no operation");
        }
    }

    /** Makes a resource. */
    public static Action create(String kind, String operation, Text title, Page... pages) {
        return new Action(kind, Role.CREATE, operation, title, Map.of(), List.of(pages));
    }

    /** Changes a resource. */
    public static Action update(String kind, String operation, Text title, Map<String, String> bind, Page... pages) {
        return new Action(kind, Role.UPDATE, operation, title, bind, List.of(pages));
    }

    /** Removes a resource. */
    public static Action delete(String kind, String operation, Text title, Map<String, String> bind) {
        return new Action(kind, Role.DELETE, operation, title, bind, List.of());
    }

    /** Removes what is in a resource. */
    public static Action empty(String kind, Text title) {
        return new Action(kind, Role.EMPTY, null, title, Map.of(), List.of());
    }

    /**
     * One page of a wizard.
     *
     * @param title       short
     * @param description one sentence
     * @param fields      what is asked for, in order
     */
    public record Page(Text title, Text description, List<Field> fields) {

        public Page {
            fields = List.copyOf(fields);
        }

        public static Page of(Text title, Text description, Field... fields) {
            return new Page(title, description, List.of(fields));
        }
    }

    /**
     * One member of the input.
     *
     * @param member by name, from the input on, dots between: {@code ExtendedS3DestinationConfiguration.Prefix}
     * @param label  short
     * @param help   one sentence or two
     * @param preset what it is unless changed, as a JSON value (texts, numbers, booleans, lists, maps); or null
     * @param choice what it may be chosen from; or null
     */
    public record Field(String member, Text label, Text help, Object preset, Choice choice) {

        public static Field of(String member, Text label, Text help) {
            return new Field(member, label, help, null, null);
        }

        /** The same with another preset. */
        public Field preset(Object value) {
            return new Field(member, label, help, value, choice);
        }

        /** The same, offering the resources of a kind by their ARNs. */
        public Field arnOf(String kind) {
            return new Field(member, label, help, preset, new Choice(kind, Value.ARN));
        }

        /** The same, offering the resources of a kind by their names. */
        public Field nameOf(String kind) {
            return new Field(member, label, help, preset, new Choice(kind, Value.NAME));
        }
    }

    /**
     * Resources that are offered.
     *
     * @param kind  theirs
     * @param value what the member is then
     */
    public record Choice(String kind, Value value) {
    }

    /** What of a resource stands for it. */
    public enum Value {
        /** Its ARN. */
        ARN,
        /** Its name. */
        NAME
    }
}
