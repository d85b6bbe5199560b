package org.aforo.ui.tests;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Connections;
import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import tools.jackson.databind.JsonNode;

/** The workbench's own bench, and its resources in the Resources view, as a test needs them. */
final class LiveBench {

    static final String RESOURCES = "org.aforo.ui.resources";

    private final BenchConnection connection;

    private LiveBench(BenchConnection connection) {
        this.connection = connection;
    }

    /** The bench that the workbench embeds, once it is live. */
    static LiveBench embedded() {
        return new LiveBench(Ui.await("the embedded bench, live", () -> Connections.shared().all().stream()
                .filter(c -> c.embedded() && c.state() == BenchConnection.State.LIVE).findFirst().orElse(null)));
    }

    BenchConnection connection() {
        return connection;
    }

    /** A question to a bench. */
    interface Question {
        JsonNode ask(Control control) throws BenchException;
    }

    /** Asks the bench in the background while the workbench goes on. */
    JsonNode ask(Question question) {
        CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return question.ask(connection.control());
            } catch (BenchException e) {
                throw new CompletionException(e);
            }
        });
        Ui.until("the bench's answer", answer::isDone);
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
    }

    JsonNode call(String service, String operation, String json) {
        return ask(control -> control.call(service, operation, Control.JSON.readTree(json)));
    }

    /** A stream of that name, followed and active; made anew if there is none. */
    LiveResource stream(String name, int shards) {
        boolean known = connection.resources().stream().anyMatch(r -> isStream(r, name));
        if (!known) {
            call("kinesis", "CreateStream", "{\"StreamName\":\"" + name + "\",\"ShardCount\":" + shards + "}");
        }
        return Ui.await("stream " + name, () -> connection.resources().stream().filter(r -> isStream(r, name))
                .filter(r -> r.state().state().equals("ACTIVE")).findFirst().orElse(null));
    }

    private static boolean isStream(LiveResource resource, String name) {
        return resource.state().kind().equals("stream") && resource.state().name().equals(name);
    }

    void delete(String stream) {
        call("kinesis", "DeleteStream", "{\"StreamName\":\"" + stream + "\"}");
        Ui.until("stream " + stream + " is gone",
                () -> connection.resources().stream().noneMatch(r -> isStream(r, stream)));
    }

    /** The tree of the Resources view, which is brought to the top. */
    static Tree tree() {
        return Ui.find(Ui.control(Ui.show(RESOURCES)), Tree.class, tree -> true);
    }

    /** The row whose name is {@code name}, wherever in the open part of the tree. */
    static TreeItem row(String name) {
        return Ui.await("row " + name, () -> below(List.of(tree().getItems()), name));
    }

    static TreeItem rowNow(String name) {
        return below(List.of(tree().getItems()), name);
    }

    private static TreeItem below(List<TreeItem> items, String name) {
        for (TreeItem item : items) {
            if (item.getText().equals(name)) {
                return item;
            }
            TreeItem found = item.getExpanded() ? below(List.of(item.getItems()), name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Selects a row as a click does. */
    static TreeItem select(String name) {
        TreeItem item = row(name);
        item.getParent().setSelection(item);
        notifyTree(SWT.Selection, item);
        Ui.until("the selection of " + name, () -> PlatformUI.getWorkbench().getActiveWorkbenchWindow() == null
                || !Ui.page().getSelection(RESOURCES).isEmpty());
        return item;
    }

    /** Opens or closes a row as Enter does. */
    static void enter(TreeItem item) {
        item.getParent().setSelection(item);
        notifyTree(SWT.Selection, item);
        notifyTree(SWT.DefaultSelection, item);
    }

    private static void notifyTree(int type, TreeItem item) {
        Event event = new Event();
        event.item = item;
        item.getParent().notifyListeners(type, event);
        Ui.settle();
    }

    /** A column's text of a row, by the column's place as it was made. */
    static String cell(TreeItem item, int column) {
        TreeColumn[] columns = item.getParent().getColumns();
        return item.isDisposed() ? "" : item.getText(Arrays.asList(columns).indexOf(columns[column]));
    }
}
