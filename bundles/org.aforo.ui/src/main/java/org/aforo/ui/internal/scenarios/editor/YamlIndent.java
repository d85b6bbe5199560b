package org.aforo.ui.internal.scenarios.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;

/** A tab types blanks, since YAML knows no tabs; a new line begins where the last did, or deeper below a key. */
final class YamlIndent implements IAutoEditStrategy {

    private static final int STEP = 2;

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        try {
            IRegion line = document.getLineInformationOfOffset(command.offset);
            if (command.text.equals("\t") && command.length == 0) {
                int column = command.offset - line.getOffset();
                command.text = " ".repeat(STEP - column % STEP);
            } else if (command.length == 0 && isNewLine(document, command.text)) {
                String before = document.get(line.getOffset(), command.offset - line.getOffset());
                YamlLine parts = YamlLine.of(before);
                boolean opens = !parts.key().isEmpty()
                        && (parts.rest().isBlank() || parts.rest().strip().startsWith("#") || parts.opensText());
                int indent = before.isBlank() ? before.length() : parts.keyStart();
                command.text += " ".repeat(opens ? indent + STEP : indent);
            }
        } catch (BadLocationException e) {
            return; // typed as it is
        }
    }

    private static boolean isNewLine(IDocument document, String text) {
        for (String delimiter : document.getLegalLineDelimiters()) {
            if (delimiter.equals(text)) {
                return true;
            }
        }
        return false;
    }
}
