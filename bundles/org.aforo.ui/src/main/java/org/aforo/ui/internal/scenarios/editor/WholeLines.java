package org.aforo.ui.internal.scenarios.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.rules.ITokenScanner;

/** Colours the changed lines anew, and those below when a block of text may have begun or ended. */
final class WholeLines extends DefaultDamagerRepairer {

    WholeLines(ITokenScanner scanner) {
        super(scanner);
    }

    @Override
    public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent e, boolean partitioningChanged) {
        try {
            int line = fDocument.getLineOfOffset(e.getOffset());
            int start = fDocument.getLineOffset(line);
            boolean block = fDocument.get(start, fDocument.getLineInformation(line).getLength()).matches(".*[>|].*")
                    || e.getText() != null && e.getText().matches("(?s).*[>|\\n].*") || e.getLength() > 0;
            int end = block ? fDocument.getLength()
                    : Math.min(fDocument.getLength(), start + fDocument.getLineLength(line));
            return new Region(start, end - start);
        } catch (BadLocationException x) {
            return partition;
        }
    }
}
