package org.aforo.ui.charts.internal;

import java.util.ArrayList;
import java.util.List;

import org.aforo.ui.charts.Palette;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * Takes a chart's colours from the theme: ground and text from the control the chart is on, the others from the colour
 * registry where it has them. Asked before each frame, so that a change of theme shows with the next. UI thread.
 */
final class ThemeColours {

    private static final String KEY = "org.aforo.ui.charts.";
    /** Height of a line of text, compared to the size of its letters. */
    private static final float LINE = 1.25f;

    private final Control control;
    private Font measured;
    private String font = "";
    private int size;

    ThemeColours(Control control) {
        this.control = control;
    }

    Palette read() {
        measure();
        Palette base = Palette.of(rgb(control.getBackground()), rgb(control.getForeground()), font, size);
        ColorRegistry registry = JFaceResources.getColorRegistry();
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < base.lines().size(); i++) {
            lines.add(look(registry, "line" + (i + 1), base.background(), base.line(i)));
        }
        return new Palette(base.background(), base.foreground(), base.grid(), base.gap(), List.copyOf(lines),
                look(registry, "error", base.background(), base.error()),
                look(registry, "throttle", base.background(), base.throttle()),
                look(registry, "flush", base.background(), base.flush()), font, size);
    }

    private static int look(ColorRegistry registry, String name, int background, int otherwise) {
        RGB rgb = registry.getRGB(KEY + (Palette.isDark(background) ? "dark." : "light.") + name);
        return rgb == null ? otherwise : rgb.red << 16 | rgb.green << 8 | rgb.blue;
    }

    private void measure() {
        Font now = control.getFont();
        if (now.equals(measured)) {
            return;
        }
        measured = now;
        FontData data = now.getFontData()[0];
        font = data.getName();
        GC gc = new GC(control);
        size = Math.max(9, Math.round(gc.getFontMetrics().getHeight() / LINE) - 1);
        gc.dispose();
    }

    private static int rgb(Color colour) {
        return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
    }
}
