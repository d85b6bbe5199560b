package org.aforo.ui.internal.scenarios.editor;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;

/** The colours of a scenario's text, by the theme that is on. */
final class Colours {

    /** Ids of these colours, and of nothing else, begin so. */
    static final String PREFIX = "org.aforo.ui.scenarios.";

    /** What is coloured. */
    enum Kind {
        KEY(SWT.NORMAL), OPERATION(SWT.BOLD), COMMENT(SWT.ITALIC), TEXT(SWT.NORMAL), NUMBER(SWT.NORMAL), VARIABLE(
                SWT.BOLD), PUNCTUATION(SWT.NORMAL), PLAIN(SWT.NORMAL);

        private final int style;

        Kind(int style) {
            this.style = style;
        }

        private String id() {
            return PREFIX + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private Colours() {
    }

    static IToken token(Kind kind) {
        ColorRegistry colours = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        return kind == Kind.PLAIN ? new Token(null)
                : new Token(new TextAttribute(colours.get(kind.id()), null, kind.style));
    }
}
