package org.aforo.ui.internal.console;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.aforo.ui.Notices;
import org.aforo.ui.internal.files.FileExport;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerService;

/** What the console's commands do. */
final class ConsoleCommands {

    private static final String PREFIX = ConsoleView.ID + '.';

    private final ConsoleView view;

    ConsoleCommands(ConsoleView view) {
        this.view = view;
    }

    void register(IWorkbenchPartSite site) {
        IHandlerService handlers = site.getService(IHandlerService.class);
        Map<String, Runnable> commands = Map.ofEntries(Map.entry(PREFIX + "call", view::call),
                Map.entry(PREFIX + "stop", view::stop), Map.entry(PREFIX + "history", view::history),
                Map.entry(PREFIX + "clearHistory", ConsoleHistory.shared()::clear),
                Map.entry(PREFIX + "switch", view.request()::turn),
                Map.entry(PREFIX + "copyCli", () -> copy(Language.CLI)),
                Map.entry(PREFIX + "copyPython", () -> copy(Language.PYTHON)),
                Map.entry(PREFIX + "copyJava", () -> copy(Language.JAVA)),
                Map.entry(PREFIX + "copyCurl", () -> copy(Language.CURL)),
                Map.entry(PREFIX + "copyAnswer", this::copyAnswer),
                Map.entry(PREFIX + "saveAnswer", this::saveAnswer),
                Map.entry("org.eclipse.ui.edit.undo", view::undo),
                Map.entry("org.eclipse.ui.edit.redo", view::redo));
        commands.forEach((id, command) -> handlers.activateHandler(id, new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                command.run();
                return null;
            }
        }));
    }

    private void copy(Language language) {
        Optional<ApiCall> call = view.apiCall();
        if (call.isEmpty()) {
            Notices.failed(language.title(), Messages.nothingToCopy);
        } else {
            toClipboard(language.code(call.get()));
            Notices.done(language.title(), NLS.bind(Messages.copied, language.title()));
        }
    }

    private void copyAnswer() {
        Answer answer = view.answer().answer();
        if (answer == null) {
            Notices.failed(Messages.answer, Messages.nothingToSave);
        } else {
            toClipboard(answer.text());
            Notices.done(Messages.answer, NLS.bind(Messages.copied, Messages.answerText));
        }
    }

    private static void toClipboard(String text) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private void saveAnswer() {
        Answer answer = view.answer().answer();
        if (answer == null) {
            Notices.failed(Messages.save, Messages.nothingToSave);
            return;
        }
        FileDialog dialog = new FileDialog(view.getSite().getShell(), SWT.SAVE);
        dialog.setText(Messages.save);
        dialog.setOverwrite(true);
        dialog.setFileName("answer.json");
        String chosen = dialog.open();
        if (chosen != null) {
            FileExport.write(Messages.save, Path.of(chosen), NLS.bind(Messages.saved, chosen),
                    out -> out.write(answer.text().getBytes(StandardCharsets.UTF_8)));
        }
    }
}
