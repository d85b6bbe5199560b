package org.aforo.ui.internal.console;

import java.util.function.Function;

import org.aforo.client.Control;
import org.aforo.ui.internal.forms.Accessibles;
import org.aforo.ui.internal.forms.ErrorColour;
import org.aforo.ui.internal.forms.Schema;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What was answered: how it went, and the answer as text and as a tree. */
final class AnswerPane {

    private static final int NAME = 180;
    private static final int VALUE = 360;
    private static final int MARGIN = 4;
    private static final int OPEN = 3;

    private final Composite box;
    private final Label title;
    private final StyledText text;
    private final TreeViewer tree;
    private Answer answer;

    AnswerPane(Composite parent) {
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, MARGIN).applyTo(box);
        title = new Label(box, SWT.WRAP);
        title.setText(Messages.notCalled);
        ErrorColour.follow(title);
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().grab(true, false).indent(MARGIN, MARGIN).applyTo(title);
        CTabFolder tabs = new CTabFolder(box, SWT.BOTTOM | SWT.FLAT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        text = new StyledText(tabs, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        Accessibles.name(text, Messages.answer);
        tree = tree(tabs);
        tab(tabs, Messages.answerText).setControl(text);
        tab(tabs, Messages.answerTree).setControl(tree.getControl());
        tabs.setSelection(0);
    }

    private static CTabItem tab(CTabFolder tabs, String label) {
        CTabItem tab = new CTabItem(tabs, SWT.NONE);
        tab.setText(label);
        return tab;
    }

    private static TreeViewer tree(Composite parent) {
        TreeViewer tree = new TreeViewer(parent, SWT.FULL_SELECTION);
        tree.getTree().setHeaderVisible(true);
        Accessibles.name(tree.getTree(), Messages.answer);
        column(tree, Messages.name, NAME, JsonItem::name);
        column(tree, Messages.value, VALUE, JsonItem::text);
        tree.setContentProvider(new Items());
        return tree;
    }

    private static void column(TreeViewer tree, String label, int width, Function<JsonItem, String> text) {
        TreeViewerColumn column = new TreeViewerColumn(tree, SWT.NONE);
        column.getColumn().setText(label);
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(item -> text.apply((JsonItem) item)));
    }

    private static final class Items implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object root) {
            return ((JsonItem) root).children().toArray();
        }

        @Override
        public Object[] getChildren(Object item) {
            return ((JsonItem) item).children().toArray();
        }

        @Override
        public Object getParent(Object item) {
            return null;
        }

        @Override
        public boolean hasChildren(Object item) {
            return ((JsonItem) item).hasChildren();
        }
    }

    Composite control() {
        return box;
    }

    /** The last answer, or null. */
    Answer answer() {
        return answer;
    }

    /** The answer's text as it stands there, for whoever drives the view. */
    StyledText text() {
        return text;
    }

    void running(String operation) {
        ErrorColour.set(title, false);
        title.setText(NLS.bind(Messages.calling, operation));
        box.layout();
    }

    void show(Answer now, Schema schema) {
        answer = now;
        ErrorColour.set(title, !now.good());
        title.setText(now.cut() ? now.title() + " \u2013 "
                + NLS.bind(Messages.answerCut, Answer.SHOWN, now.text().length()) : now.title());
        text.setWordWrap(!now.good());
        text.setText(now.shown());
        tree.setInput(JsonItem.root(now.json(), now.good() ? schema : Schema.of(Control.object())));
        tree.expandToLevel(OPEN);
        box.layout();
    }
}
