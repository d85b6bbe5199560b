package org.aforo.ui.internal.undo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Control;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.ui.PlatformUI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bench holds below a path of its control API, where a POST makes one and a DELETE takes one away (faults, demo
 * data), so that both can be undone and done again by the workbench's <em>Undo</em> and <em>Redo</em>.
 */
public final class Steering {

    private final String name;
    private final Set<String> members;
    private final Consumer<BenchConnection> changed;

    /**
     * @param name    of the path, and of the list that a GET gives: {@code faults}
     * @param members of one that a POST takes
     * @param changed called on the UI thread once something was undone or done again
     */
    public Steering(String name, Set<String> members, Consumer<BenchConnection> changed) {
        this.name = name;
        this.members = Set.copyOf(members);
        this.changed = changed;
    }

    /** Notes that one was made, as the bench told it. For the UI thread. */
    public void made(String label, BenchConnection bench, JsonNode told) {
        note(new Change(label, this, bench, List.of(new One(this, bench, order(told), id(told))), true));
    }

    /** Takes away those of a bench that are meant, and gives them as they were; blocks. */
    public List<JsonNode> remove(BenchConnection bench, Predicate<JsonNode> meant) throws BenchException {
        List<JsonNode> gone = new ArrayList<>();
        for (JsonNode one : bench.control().get('/' + name).path(name)) {
            if (meant.test(one)) {
                delete(bench, id(one));
                gone.add(one);
            }
        }
        return gone;
    }

    /** Notes that these were taken away. For the UI thread. */
    public void removed(String label, BenchConnection bench, List<JsonNode> gone) {
        if (!gone.isEmpty()) {
            note(new Change(label, this, bench, gone.stream().map(told -> gone(bench, told)).toList(), false));
        }
    }

    /** The one that is known from when it was made, so that this can still be undone after; else a new one. */
    private One gone(BenchConnection bench, JsonNode told) {
        return Arrays.stream(history().getUndoHistory(PlatformUI.getWorkbench().getOperationSupport().getUndoContext()))
                .flatMap(operation -> operation instanceof Change change
                        ? change.ones().stream()
                        : Stream.of())
                .filter(one -> one.gone(bench, id(told))).findFirst()
                .orElseGet(() -> new One(this, bench, order(told), null));
    }

    String post(BenchConnection bench, JsonNode order) throws BenchException {
        return id(bench.control().post('/' + name, order));
    }

    void delete(BenchConnection bench, String id) throws BenchException {
        bench.control().delete('/' + name + '/' + Control.encode(id));
    }

    void changed(BenchConnection bench) {
        changed.accept(bench);
    }

    /** As it can be made anew. */
    private JsonNode order(JsonNode told) {
        ObjectNode order = Control.object();
        told.properties().stream()
                .filter(member -> members.contains(member.getKey()) && !member.getValue().isNull())
                .forEach(member -> order.set(member.getKey(), member.getValue()));
        return order;
    }

    private static String id(JsonNode told) {
        return told.path("id").asString("");
    }

    private static void note(Change change) {
        history().add(change);
    }

    private static IOperationHistory history() {
        return OperationHistoryFactory.getOperationHistory();
    }
}
