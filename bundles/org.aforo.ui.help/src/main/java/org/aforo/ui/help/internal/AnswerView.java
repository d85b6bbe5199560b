package org.aforo.ui.help.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;

/** What the last step of the tour found out. */
public final class AnswerView extends ViewPart {

    static final String ID = "org.aforo.ui.help.answers";

    private Text question;
    private Table table;

    @Override
    public void createPartControl(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(box);
        question = new Text(box, SWT.READ_ONLY | SWT.SINGLE);
        question.setText(Messages.nothing_asked);
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 2).applyTo(question);
        table = new Table(box, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = question.getText();
            }
        });
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
    }

    void show(Answer answer) {
        question.setText(NLS.bind(Messages.asked, answer.question(), answer.rows().size()));
        table.setRedraw(false);
        table.removeAll();
        for (TableColumn column : table.getColumns()) {
            column.dispose();
        }
        answer.columns().forEach(name -> new TableColumn(table, SWT.NONE).setText(name));
        answer.rows().forEach(row -> new TableItem(table, SWT.NONE).setText(row.toArray(String[]::new)));
        for (TableColumn column : table.getColumns()) {
            column.pack();
        }
        table.setRedraw(true);
    }

    /** How many rows are shown. */
    int rows() {
        return table.getItemCount();
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }
}
