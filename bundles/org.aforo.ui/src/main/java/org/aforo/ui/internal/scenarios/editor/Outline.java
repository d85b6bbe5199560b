package org.aforo.ui.internal.scenarios.editor;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The sections of a scenario and what stands in each; choosing one goes there. */
final class Outline extends ContentOutlinePage {

    /** @param line from 0 */
    record Entry(Entry parent, String label, int line, List<Entry> children) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Entry entry && entry.label.equals(label) && entry.line == line;
        }

        @Override
        public int hashCode() {
            return label.hashCode() + line;
        }
    }

    private final ScenarioEditor editor;
    private List<Entry> entries = List.of();

    Outline(ScenarioEditor editor) {
        this.editor = editor;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), getControl());
        Image image = images.create(ResourceLocator.imageDescriptorFromBundle("org.aforo.ui", "icons/scenarios.svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor));
        getTreeViewer().setContentProvider(new Content());
        getTreeViewer().setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Entry) element).label();
            }

            @Override
            public Image getImage(Object element) {
                return ((Entry) element).parent() == null ? image : null;
            }
        });
        getTreeViewer().setInput(entries);
        getTreeViewer().expandAll();
    }

    void show(String text) {
        List<Entry> fresh = entries(text);
        if (!fresh.isEmpty() && !fresh.equals(entries)) {
            entries = fresh;
            if (getControl() != null && !getControl().isDisposed()) {
                Object[] expanded = getTreeViewer().getExpandedElements();
                getTreeViewer().setInput(entries);
                getTreeViewer().setExpandedElements(expanded);
                if (expanded.length == 0) {
                    getTreeViewer().expandAll();
                }
            }
        }
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (event.getStructuredSelection().getFirstElement() instanceof Entry entry && getControl().isFocusControl()) {
            editor.reveal(entry.line());
        }
    }

    /** Top-level keys, and below each the items or keys one step deeper. */
    static List<Entry> entries(String text) {
        List<Entry> top = new ArrayList<>();
        String[] lines = text.split("\r?\n", -1);
        int textIndent = -1;
        int deep = -1;
        for (int i = 0; i < lines.length; i++) {
            YamlLine line = YamlLine.of(lines[i]);
            int begins = lines[i].length() - lines[i].stripLeading().length();
            if (lines[i].isBlank() || line.empty() || textIndent >= 0 && begins > textIndent) {
                continue;
            }
            textIndent = line.opensText() ? begins : -1;
            if (begins == 0 && line.dashes() == 0 && !line.key().isEmpty()) {
                top.add(new Entry(null, line.key() + value(line), i, new ArrayList<>()));
                deep = -1;
            } else if (!top.isEmpty() && (deep < 0 || begins == deep)) {
                deep = begins;
                top.getLast().children().add(new Entry(top.getLast(), label(line), i, List.of()));
            }
        }
        return top;
    }

    private static String label(YamlLine line) {
        return line.key().isEmpty() ? line.rest().strip() : line.key() + value(line);
    }

    private static String value(YamlLine line) {
        String value = line.rest().replaceFirst("(^|\\s)#.*", "").strip();
        return value.isEmpty() || line.opensText() ? "" : ": " + value;
    }

    private static final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object element) {
            return ((Entry) element).children().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return ((Entry) element).parent();
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((Entry) element).children().isEmpty();
        }
    }
}
