package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.aforo.client.BenchConnection;
import org.aforo.client.LiveResource;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in that throws is set apart, marked and told; all others go on. */
class BrokenPluginTest {

    private static final String BUNDLE = "org.example.throwing";
    private static final String CLASS = ThrowingService.class.getName();
    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%1$s" immediate="true">
              <implementation class="%1$s"/>
              <service><provide interface="org.aforo.api.IngestionService"/></service>
            </scr:component>
            """.formatted(CLASS);

    @Test
    void isMarkedInTheTreeAndToldInPropertiesAndEvents(@TempDir Path folder) throws IOException {
        BenchConnection bench = TickerBench.bench();
        Tree plugins = Ui.find(Ui.control(Ui.show(PluginsViewTest.VIEW)), Tree.class, found -> true);
        List<Shell> shells = List.of(Ui.display().getShells());

        Ui.run(PluginsViewTest.VIEW + ".add", "file", bundle(folder).toString());

        LiveResource broken = Ui.await("what stands for it", () -> bench.resources().stream()
                .filter(resource -> resource.state().service().equals("throwing")).findFirst().orElse(null));
        IViewPart resources = Ui.show(LiveBench.RESOURCES);
        TreeItem row = Ui.await("its row", () -> {
            resources.getSite().getSelectionProvider().setSelection(new StructuredSelection(broken));
            return Arrays.stream(LiveBench.tree().getSelection()).findFirst().orElse(null);
        });
        assertThat(LiveBench.cell(row, 1)).isEqualTo("BROKEN");
        assertThat(row.getForeground(1)).isNotEqualTo(row.getForeground(0));
        Ui.until("why, in the properties", () -> rows("org.eclipse.ui.views.PropertySheet").stream()
                .anyMatch(text -> text.contains("Error") && text.contains("the plug-in has a defect")));
        Ui.until("the event", () -> rows("org.aforo.ui.events").stream()
                .anyMatch(text -> text.contains("plug-in-failed") && text.contains("throwing")));
        assertThat(Arrays.stream(Ui.display().getShells()).filter(Shell::isVisible)).allMatch(shells::contains);

        remove(plugins);
        Ui.until("it to go", () -> bench.resources().stream()
                .noneMatch(resource -> resource.state().service().equals("throwing")));
    }

    private static void remove(Tree plugins) {
        Ui.show(PluginsViewTest.VIEW);
        TreeItem bundle = Ui.await("the bundle", () -> PluginsViewTest.find(plugins, BUNDLE));
        plugins.setSelection(bundle);
        plugins.notifyListeners(SWT.Selection, new Event());
        Ui.dialog(() -> Ui.run(PluginsViewTest.VIEW + ".remove"), sure -> Ui.click(
                Ui.named(sure, Button.class, IDialogConstants.YES_LABEL.replace("&", ""))));
    }

    /** The lines of a view's tables, all columns together. */
    private static List<String> rows(String view) {
        return Ui.all(Ui.control(Ui.show(view)), Table.class).stream().filter(Table::isVisible)
                .flatMap(table -> Arrays.stream(table.getItems()).map(item -> cells(table, item))).toList();
    }

    private static String cells(Table table, TableItem item) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < table.getColumnCount(); i++) {
            text.append(item.getText(i)).append('|');
        }
        return text.toString();
    }

    private static Path bundle(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", BUNDLE);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", "org.aforo.api,org.aforo.api.endpoint");
        main.putValue("Service-Component", "OSGI-INF/throwing.xml");
        Path jar = folder.resolve(BUNDLE + ".jar");
        String file = CLASS.replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = ThrowingService.class.getClassLoader().getResourceAsStream(file)) {
            out.putNextEntry(new JarEntry("OSGI-INF/throwing.xml"));
            out.write(COMPONENT.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry(file));
            code.transferTo(out);
        }
        return jar;
    }
}
