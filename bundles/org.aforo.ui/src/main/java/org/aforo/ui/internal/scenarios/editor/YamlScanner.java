package org.aforo.ui.internal.scenarios.editor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.ui.internal.scenarios.editor.Colours.Kind;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;

/** Colours YAML line by line: keys, operations, comments, quoted text, numbers, {@code ${variables}}, braces. */
final class YamlScanner implements ITokenScanner {

    private static final Pattern PARTS = Pattern.compile("(?<comment>(?<=^|\\s)#.*)|(?<variable>\\$\\{[^}\\s]*\\})"
            + "|(?<text>\"(?:\\\\.|[^\"\\\\])*\"?|(?<=[\\s,\\[{:]|^)'[^']*'?)"
            + "|(?<operation>\\b[a-z0-9-]+\\.[A-Z]\\w+(?=:(\\s|$)))|(?<key>[\\w.$-]+(?=:(\\s|$)))"
            + "|(?<number>(?<=[\\s,\\[{:]|^)-?\\d[\\d_.]*(?:/?(?:ms|min|[smhd]))?(?=[\\s,\\]}]|$)|\\b(?:true|false|null)\\b)"
            + "|(?<punctuation>[\\[\\]{},]|(?<=^|\\s)-(?=\\s|$)|:(?=\\s|$)|(?<=\\s)[>|][+-]?$)");

    private record Piece(int offset, int length, Kind kind) {
    }

    private final Map<Kind, IToken> tokens = new EnumMap<>(Kind.class);
    private List<Piece> pieces = List.of();
    private int next;

    YamlScanner() {
        recolour();
    }

    /** Takes the theme's colours anew. */
    void recolour() {
        for (Kind kind : Kind.values()) {
            tokens.put(kind, Colours.token(kind));
        }
    }

    @Override
    public void setRange(IDocument document, int offset, int length) {
        pieces = new ArrayList<>();
        next = 0;
        try {
            int first = document.getLineOfOffset(offset);
            int last = document.getLineOfOffset(offset + length);
            int textIndent = textIndent(document, first);
            for (int line = first; line <= last; line++) {
                int start = document.getLineOffset(line);
                String text = document.get(start, document.getLineInformation(line).getLength());
                textIndent = line(text, start, textIndent);
                // The end of the line too: pieces must leave no gaps.
                add(start + text.length(), document.getLineLength(line) - text.length(), Kind.PLAIN);
            }
        } catch (BadLocationException e) {
            pieces = List.of(); // the document changed meanwhile; it is coloured again at once
        }
    }

    /** Colours a line; gives the indentation of the key whose text goes on below, or -1. */
    private int line(String line, int start, int textIndent) {
        int indent = line.length() - line.stripLeading().length();
        if (textIndent >= 0 && (line.isBlank() || indent > textIndent)) {
            add(start, line.length(), Kind.TEXT);
            return textIndent;
        }
        int at = 0;
        for (Matcher matcher = PARTS.matcher(line); matcher.find();) {
            add(start + at, matcher.start() - at, Kind.PLAIN);
            add(start + matcher.start(), matcher.end() - matcher.start(), kind(matcher));
            at = matcher.end();
        }
        add(start + at, line.length() - at, Kind.PLAIN);
        return YamlLine.of(line).opensText() ? indent : -1;
    }

    /** The indentation of the key whose text the line belongs to, or -1. */
    private static int textIndent(IDocument document, int line) throws BadLocationException {
        int least = Integer.MAX_VALUE;
        for (int i = line - 1; i >= 0; i--) {
            String text = document.get(document.getLineOffset(i), document.getLineInformation(i).getLength());
            int indent = text.length() - text.stripLeading().length();
            if (text.isBlank() || indent >= least) {
                continue;
            }
            if (YamlLine.of(text).opensText()) {
                return indent;
            }
            if (indent == 0) {
                return -1;
            }
            least = indent;
        }
        return -1;
    }

    private static Kind kind(Matcher matcher) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.PLAIN && matcher.group(kind.name().toLowerCase(java.util.Locale.ROOT)) != null) {
                return kind;
            }
        }
        return Kind.PLAIN;
    }

    private void add(int offset, int length, Kind kind) {
        if (length > 0) {
            pieces.add(new Piece(offset, length, kind));
        }
    }

    @Override
    public IToken nextToken() {
        return next < pieces.size() ? tokens.get(pieces.get(next++).kind()) : Token.EOF;
    }

    @Override
    public int getTokenOffset() {
        return pieces.get(next - 1).offset();
    }

    @Override
    public int getTokenLength() {
        return pieces.get(next - 1).length();
    }
}
