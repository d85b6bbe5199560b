package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The editor of scenarios marks what is wrong, and offers what may stand. */
class ScenarioEditorTest {

    private Path file;
    private ITextEditor editor;

    @AfterEach
    void close() throws IOException {
        if (editor != null) {
            Ui.page().closeEditor(editor, false);
        }
        Ui.settle();
        Files.deleteIfExists(file);
    }

    private IDocument open(String text) throws IOException {
        file = ScenarioFiles.write("edited", text);
        Ui.run("org.aforo.ui.scenarios.open");
        editor = (ITextEditor) Ui.await("the editor", () -> Ui.page().getActiveEditor());
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    private List<String> marks() {
        List<String> texts = new ArrayList<>();
        editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput()).getAnnotationIterator()
                .forEachRemaining(annotation -> {
                    if (annotation.getType().endsWith(".error")) {
                        texts.add(annotation.getText());
                    }
                });
        return texts;
    }

    private Table problems() {
        return Ui.find((Widget) editor.getSite().getService(MPart.class).getWidget(), Table.class, any -> true);
    }

    @Test
    void whatIsWrongIsMarkedAndListedUntilItIsRight() throws IOException, BadLocationException {
        IDocument document = open("name: x\nclokc: 3\nrun: { for: 1m }\n");

        Ui.until("the mark", () -> marks().stream().anyMatch(text -> text.contains("unknown key 'clokc'")));
        assertThat(problems().isVisible()).isTrue();
        assertThat(problems().getItem(0).getText()).startsWith("Line 2: ");

        document.replace(document.get().indexOf("clokc"), 5, "clock");

        Ui.until("no mark", () -> marks().isEmpty());
        assertThat(problems().isVisible()).isFalse();
        assertThat(editor.isDirty()).isTrue();
    }

    @Test
    void aFileThatIsNoYamlIsTextLikeAny() throws IOException {
        open("name: [x\n\t}}\n");

        Ui.until("a mark", () -> !marks().isEmpty());

        assertThat(editor.isEditable()).isTrue();
    }

    @Test
    void whatMayStandIsOffered() throws IOException {
        IDocument document = open("name: x\nrun: { for: 1m }\nex");
        editor.selectAndReveal(document.getLength(), 0);

        editor.getAdapter(ITextOperationTarget.class).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);

        // The only one that fits is put in at once, or offered in a list.
        Ui.until("the key", () -> document.get().contains("expect:") || offered().contains("expect"));
    }

    @Test
    void aMistypedWordIsMendedByQuickFix() throws IOException {
        IDocument document = open("name: x\nclokc: 3\nrun: { for: 1m }\n");
        Ui.until("the mark", () -> !marks().isEmpty());
        editor.selectAndReveal(document.get().indexOf("clokc"), 0);

        Ui.run(ITextEditorActionDefinitionIds.QUICK_ASSIST);

        Ui.until("the fix", () -> offered().contains("Replace with 'clock'"));
    }

    private static List<String> offered() {
        return Arrays.stream(Ui.display().getShells()).filter(Shell::isVisible)
                .flatMap(shell -> Ui.all(shell, Table.class).stream()).flatMap(table -> Arrays.stream(table.getItems()))
                .map(TableItem::getText).toList();
    }

    @Test
    void linesAreCommentedOutAndIn() throws IOException {
        IDocument document = open("name: x\nrun: { for: 1m }\n");
        editor.selectAndReveal(0, 0);

        Ui.run("org.aforo.ui.scenarios.toggleComment");
        assertThat(document.get()).startsWith("# name: x\n");

        Ui.run("org.aforo.ui.scenarios.toggleComment");
        assertThat(document.get()).startsWith("name: x\n");
    }

    @Test
    void whatWasWrittenIsSaved() throws IOException {
        IDocument document = open("name: x\nrun: { for: 1m }\n");
        document.set("name: y\nrun: { for: 2m }\n");

        Ui.page().saveEditor(editor, false);
        Ui.until("saved", () -> !editor.isDirty());

        assertThat(file).hasContent("name: y\nrun: { for: 2m }\n");
    }
}
