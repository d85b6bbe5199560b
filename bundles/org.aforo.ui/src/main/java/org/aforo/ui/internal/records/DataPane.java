package org.aforo.ui.internal.records;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;

/** Text of a record in fixed letters, JSON in colours, with what is searched for marked. */
final class DataPane {

    private static final String COLOURS = "org.aforo.ui.records.";
    private static final int MARKED = 1000;

    private final StyledText text;

    DataPane(Composite parent, String name) {
        text = new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(4, 2, 4, 2);
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
    }

    StyledText control() {
        return text;
    }

    /** @param sought in lower case; empty for nothing */
    void plain(String shown, String sought) {
        text.setText(shown);
        mark(shown, sought);
    }

    void json(Optional<JsonText> json, String otherwise, String sought) {
        plain(json.map(JsonText::pretty).orElse(otherwise), "");
        ColorRegistry colours = JFaceResources.getColorRegistry();
        json.ifPresent(value -> {
            StyleRange[] ranges = value.marks().stream().map(mark -> new StyleRange(mark.start(), mark.length(),
                    colours.get(COLOURS + mark.kind().name().toLowerCase(Locale.ROOT)), null))
                    .toArray(StyleRange[]::new);
            text.setStyleRanges(ranges);
        });
        mark(text.getText(), sought);
    }

    private void mark(String shown, String sought) {
        if (sought.isEmpty()) {
            return;
        }
        String lower = shown.toLowerCase(Locale.ROOT);
        if (lower.length() != shown.length()) {
            return;
        }
        int first = lower.indexOf(sought);
        int at = first;
        for (int marked = 0; at >= 0 && marked < MARKED; marked++) {
            for (StyleRange range : ranges(at, sought.length())) {
                range.background = JFaceResources.getColorRegistry().get(COLOURS + "match");
                text.setStyleRange(range);
            }
            at = lower.indexOf(sought, at + sought.length());
        }
        if (first >= 0) {
            text.setTopIndex(Math.max(0, text.getLineAtOffset(first) - 2));
        }
    }

    private StyleRange[] ranges(int start, int length) {
        StyleRange[] there = text.getStyleRanges(start, length);
        int covered = 0;
        for (StyleRange range : there) {
            covered += range.length;
        }
        return covered == length ? there : new StyleRange[] {new StyleRange(start, length, null, null)};
    }
}
