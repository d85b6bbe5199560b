package org.aforo.ui.internal.scenarios.editor;

import java.util.List;
import java.util.function.Consumer;

import org.aforo.scenario.ScenarioException.Problem;
import org.aforo.ui.internal.scenarios.NamedControl;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** What is wrong, below the text; away when nothing is. */
final class ProblemList {

    private static final int MOST_LINES = 5;

    private final Table table;
    private List<Problem> problems = List.of();

    ProblemList(Composite parent, Consumer<Problem> open) {
        table = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.getAccessible().addAccessibleListener(new NamedControl(Messages.problems_name));
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(table);
        table.setVisible(false);
        table.addListener(SWT.DefaultSelection, e -> open.accept(problems.get(table.getSelectionIndex())));
        table.addListener(SWT.MouseUp, e -> {
            if (table.getSelectionIndex() >= 0) {
                open.accept(problems.get(table.getSelectionIndex()));
            }
        });
    }

    /** Whether it takes another share of the room now. */
    boolean show(List<Problem> found) {
        if (table.isDisposed() || found.equals(problems)) {
            return false;
        }
        problems = found;
        table.removeAll();
        for (Problem problem : found) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(problem.line() > 0 ? NLS.bind(Messages.problem_line, problem.line(), problem.text())
                    : problem.text());
            item.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK));
        }
        GridData data = (GridData) table.getLayoutData();
        data.exclude = found.isEmpty();
        data.heightHint = Math.min(MOST_LINES, found.size()) * table.getItemHeight();
        table.setVisible(!found.isEmpty());
        table.getParent().layout();
        return true;
    }

    void setFocus() {
        if (!problems.isEmpty()) {
            table.setSelection(Math.max(0, table.getSelectionIndex()));
            table.setFocus();
        }
    }

    List<Problem> problems() {
        return problems;
    }
}
