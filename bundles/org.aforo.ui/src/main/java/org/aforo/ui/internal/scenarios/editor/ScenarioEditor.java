package org.aforo.ui.internal.scenarios.editor;

import java.util.List;
import java.util.ResourceBundle;

import org.aforo.scenario.ScenarioException.Problem;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.TextEvent;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.texteditor.AbstractDecoratedTextEditor;
import org.eclipse.ui.texteditor.ContentAssistAction;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Edits a scenario file: coloured, completed, explained and checked as one types; a broken file is text like any. */
public final class ScenarioEditor extends AbstractDecoratedTextEditor {

    public static final String ID = "org.aforo.ui.scenarios.editor";

    private static final String ASSIST = "ContentAssist";

    private final ScenarioSchema schema = new ScenarioSchema();
    private final IPropertyChangeListener themes = change -> recolour(change.getProperty());
    private final ScenarioConfiguration configuration = new ScenarioConfiguration(EditorsUI.getPreferenceStore(),
            schema);
    private Checker checker;
    private ProblemList problems;
    private Outline outline;

    public ScenarioEditor() {
        setDocumentProvider(new ScenarioDocuments());
        setSourceViewerConfiguration(configuration);
        setEditorContextMenuId(ID);
        setRulerContextMenuId(ID + ".ruler");
        setKeyBindingScopes(new String[] {"org.eclipse.ui.textEditorScope"});
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themes);
        schema.api().refresh();
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(box);
        Composite text = new Composite(box, SWT.NONE);
        text.setLayout(new org.eclipse.swt.layout.FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        problems = new ProblemList(box, problem -> reveal(Math.max(0, problem.line() - 1)));
        super.createPartControl(text);
        getSourceViewer().addTextListener(this::changed);
        check();
    }

    @Override
    protected void createActions() {
        super.createActions();
        ContentAssistAction assist = new ContentAssistAction(
                ResourceBundle.getBundle("org.aforo.ui.internal.scenarios.editor.actions"), ASSIST + ".", this);
        assist.setActionDefinitionId(ITextEditorActionDefinitionIds.CONTENT_ASSIST_PROPOSALS);
        setAction(ASSIST, assist);
    }

    private void changed(TextEvent event) {
        if (event.getDocumentEvent() != null || event.getViewerRedrawState()) {
            check();
        }
    }

    private void check() {
        IDocument document = document();
        if (document == null || !(getEditorInput() instanceof ScenarioInput input)) {
            return;
        }
        if (checker == null) {
            checker = new Checker(input.file().getParent(), getSourceViewer().getAnnotationModel(), this::found);
        }
        checker.request(document);
    }

    private void found(List<Problem> found) {
        if (problems.show(found)) {
            getSourceViewer().revealRange(getSourceViewer().getSelectedRange().x, 0);
        }
        if (outline != null && document() != null) {
            outline.show(document().get());
        }
    }

    /** What is wrong with the text as last checked. */
    public List<Problem> problems() {
        return problems.problems();
    }

    /** Goes to the list of problems. */
    public void focusProblems() {
        problems.setFocus();
    }

    private void recolour(String property) {
        ISourceViewer viewer = getSourceViewer();
        if (viewer != null && (property.startsWith(Colours.PREFIX) || property.startsWith("CHANGE_CURRENT_THEME"))) {
            configuration.scanner().recolour();
            viewer.invalidateTextPresentation();
        }
    }

    /** Goes to a line, from 0. */
    public void reveal(int line) {
        try {
            IRegion region = document().getLineInformation(line);
            selectAndReveal(region.getOffset(), 0);
            setFocus();
        } catch (BadLocationException e) {
            setFocus(); // the line is no more
        }
    }

    /** Comments the selected lines out, or in again. */
    public void toggleComment() {
        if (!validateEditorInputState()) {
            return;
        }
        ITextOperationTarget target = getAdapter(ITextOperationTarget.class);
        target.doOperation(commented() ? ITextOperationTarget.STRIP_PREFIX : ITextOperationTarget.PREFIX);
    }

    private boolean commented() {
        var selected = getSourceViewer().getSelectedRange();
        try {
            int first = document().getLineOfOffset(selected.x);
            int last = document().getLineOfOffset(selected.x + Math.max(0, selected.y - 1));
            for (int line = first; line <= last; line++) {
                IRegion region = document().getLineInformation(line);
                String text = document().get(region.getOffset(), region.getLength());
                if (!text.isBlank() && !text.startsWith("#")) {
                    return false;
                }
            }
            return true;
        } catch (BadLocationException e) {
            return false;
        }
    }

    IDocument document() {
        return getDocumentProvider() == null ? null : getDocumentProvider().getDocument(getEditorInput());
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IContentOutlinePage.class) {
            if (outline == null || outline.getControl() != null && outline.getControl().isDisposed()) {
                outline = new Outline(this);
                if (document() != null) {
                    outline.show(document().get());
                }
            }
            return adapter.cast(outline);
        }
        return super.getAdapter(adapter);
    }

    @Override
    protected boolean isLineNumberRulerVisible() {
        return true;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void dispose() {
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themes);
        if (checker != null) {
            checker.close();
        }
        super.dispose();
    }
}
