package org.aforo.ui.internal.wizards;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.dialogs.FilteredList;

/** Has one of a list chosen, filtered while typing. */
public final class Pick {

    private static final int WIDTH = 80;
    private static final int LINES = 18;

    private Pick() {
    }

    /** Asks, in the order of the labels; empty when nothing was chosen. */
    public static <T> Optional<T> one(Shell shell, String title, String message, List<T> elements, Class<T> type,
            Function<? super T, String> label) {
        return one(shell, title, message, elements, type, label, String::compareToIgnoreCase);
    }

    /** Asks, in this order of the labels; empty when nothing was chosen. */
    public static <T> Optional<T> one(Shell shell, String title, String message, List<T> elements, Class<T> type,
            Function<? super T, String> label, Comparator<String> order) {
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell,
                LabelProvider.createTextProvider(element -> label.apply(type.cast(element)))) {
            @Override
            protected FilteredList createFilteredList(Composite parent) {
                FilteredList list = super.createFilteredList(parent);
                list.setComparator(order);
                return list;
            }

            @Override
            protected Button createButton(Composite parent, int id, String text, boolean standard) {
                return super.createButton(parent, id, translated(id, text), standard);
            }
        };
        dialog.setTitle(title);
        dialog.setMessage(message);
        dialog.setMultipleSelection(false);
        dialog.setHelpAvailable(false);
        dialog.setSize(WIDTH, LINES);
        dialog.setElements(elements.toArray());
        return dialog.open() == Window.OK ? Optional.ofNullable(type.cast(dialog.getFirstResult()))
                : Optional.empty();
    }

    /** JFace's buttons in the workbench's language. */
    static String translated(int id, String text) {
        return switch (id) {
            case IDialogConstants.OK_ID -> Messages.ok;
            case IDialogConstants.CANCEL_ID -> Messages.cancel;
            case IDialogConstants.BACK_ID -> Messages.back;
            case IDialogConstants.NEXT_ID -> Messages.next;
            case IDialogConstants.FINISH_ID -> Messages.finish;
            default -> text;
        };
    }
}
