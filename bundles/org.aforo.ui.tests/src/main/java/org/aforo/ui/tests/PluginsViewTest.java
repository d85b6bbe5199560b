package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.ui.Notices;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Plug-ins view, with jars that don't work. */
class PluginsViewTest {

    static final String VIEW = "org.aforo.ui.plugins";
    private static final String SNS = "SNS topics";
    private static final int VERSION = 1;
    private static final int STATE = 2;
    private static final int ABOUT = 3;

    private Tree tree;

    @BeforeEach
    void aView() {
        TickerBench.bench();
        Composite part = Ui.control(Ui.show(VIEW));
        tree = Ui.find(part, Tree.class, found -> true);
    }

    @Test
    void aServiceOfTheBenchIsListedWithItsVersionAndStoppedAndStarted() {
        TreeItem topics = Ui.await("a service of a known version",
                () -> find(tree, SNS) != null && !find(tree, SNS).getText(VERSION).isEmpty() ? find(tree, SNS)
                        : null);
        assertThat(topics.getText(STATE)).isEqualTo("running");

        turn("stop", "stopped");
        assertThat(TickerBench.bench().services()).extracting(BenchConnection.ServiceView::id).doesNotContain("sns");

        turn("start", "running");
        assertThat(TickerBench.bench().services()).extracting(BenchConnection.ServiceView::id).contains("sns");
    }

    private void turn(String verb, String state) {
        tree.setSelection(find(tree, SNS));
        tree.notifyListeners(org.eclipse.swt.SWT.Selection, new Event());
        Ui.run(VIEW + '.' + verb);
        Ui.until("that it is " + state, () -> find(tree, SNS) != null
                && find(tree, SNS).getText(STATE).equals(state));
    }

    @Test
    void whatABundleMissesIsShownAndItCanBeRemoved(@TempDir Path folder) throws IOException {
        Ui.run(VIEW + ".add", "file", bundle(folder, "org.example.broken", "org.nowhere").toString());

        TreeItem broken = Ui.await("the bundle", () -> find(tree, "org.example.broken"));
        assertThat(broken.getText(STATE)).isEqualTo("unresolved");
        assertThat(broken.getItem(0).getText(ABOUT)).contains("org.nowhere");

        tree.setSelection(broken);
        tree.notifyListeners(org.eclipse.swt.SWT.Selection, new Event());
        Ui.dialog(() -> Ui.run(VIEW + ".remove"),
                shell -> Ui.click(Ui.named(shell, Button.class, yes(shell))));
        Ui.until("it to go", () -> find(tree, "org.example.broken") == null);
    }

    @Test
    void jarsAreDropped(@TempDir Path folder) throws IOException, ReflectiveOperationException, BenchException {
        DropTarget target = (DropTarget) tree.getData(DND.DROP_TARGET_KEY);
        assertThat(target.getTransfer()).contains(FileTransfer.getInstance());
        Event drop = drop();
        drop.widget = target;
        drop.detail = DND.DROP_COPY;
        drop.data = new String[] {bundle(folder, "org.example.dropped", "java.lang").toString(),
                bundle(folder, "org.example.dropped.too", "org.nowhere").toString()};

        target.notifyListeners(DND.Drop, drop);

        Ui.until("both", () -> find(tree, "org.example.dropped") != null
                && find(tree, "org.example.dropped.too") != null);
        for (String name : List.of("org.example.dropped", "org.example.dropped.too")) {
            TickerBench.bench().control().delete("/plugins/" + name);
        }
    }

    /** What SWT makes of the system's drop; the class is its own. */
    private static Event drop() throws ReflectiveOperationException {
        Constructor<?> made = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DropTarget.class.getClassLoader())
                .getDeclaredConstructor();
        made.setAccessible(true);
        return (Event) made.newInstance();
    }

    @Test
    void aFileThatIsNoBundleIsRefusedInTheBenchsWords(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.jar"), "no jar at all");

        Ui.run(VIEW + ".add", "file", file.toString());

        Ui.until("the refusal", () -> Notices.all().stream()
                .anyMatch(notice -> notice.error() && notice.text().startsWith("Not plugged in: ")));
    }

    private static String yes(org.eclipse.swt.widgets.Shell shell) {
        return org.eclipse.jface.dialogs.IDialogConstants.YES_LABEL.replace("&", "");
    }

    /** A bundle that asks for a package. */
    private static Path bundle(Path folder, String name, String imports) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", imports);
        Path jar = folder.resolve(name + ".jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    /** The line with that name, wherever it is. */
    static TreeItem find(Tree tree, String name) {
        for (TreeItem item : tree.getItems()) {
            TreeItem found = find(item, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    static TreeItem find(TreeItem item, String name) {
        if (item.getText(0).equals(name)) {
            return item;
        }
        for (TreeItem child : item.getItems()) {
            TreeItem found = find(child, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
