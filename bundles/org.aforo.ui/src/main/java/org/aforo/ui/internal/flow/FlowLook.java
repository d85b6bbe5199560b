package org.aforo.ui.internal.flow;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.aforo.ui.internal.flow.Surface.Type;
import org.aforo.ui.internal.resources.Icons;
import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/** Colours, letters and icons of the flow, after the theme. For the UI thread; what it holds goes with the control. */
final class FlowLook {

    private static final String COLOURS = "org.aforo.ui.flow.";
    private static final int FITTED = 2000;

    private final Control control;
    private final LocalResourceManager resources;
    private final Map<Tint, Color> colours = new EnumMap<>(Tint.class);
    private final Map<Type, Font> fonts = new EnumMap<>(Type.class);
    private final Map<String, String> fitted = new LinkedHashMap<>();
    private RGB paper;
    private RGB ink;

    FlowLook(Control control) {
        this.control = control;
        resources = new LocalResourceManager(JFaceResources.getResources(), control);
        Font font = JFaceResources.getDefaultFont();
        fonts.put(Type.NORMAL, font);
        fonts.put(Type.STRONG, resources.create(FontDescriptor.createFrom(font).setStyle(SWT.BOLD)));
        fonts.put(Type.SMALL, resources.create(FontDescriptor.createFrom(font).increaseHeight(-1)));
    }

    /** Reads the colours again where the theme changed. */
    void refresh() {
        RGB nowPaper = control.getBackground().getRGB();
        RGB nowInk = control.getForeground().getRGB();
        ColorRegistry registry = JFaceResources.getColorRegistry();
        if (!nowPaper.equals(paper) || !nowInk.equals(ink) || !registered(registry, Tint.CALM)) {
            paper = nowPaper;
            ink = nowInk;
            for (Tint tint : Tint.values()) {
                colours.put(tint, resources.create(ColorDescriptor.createFrom(
                        rgb(tint, registry))));
            }
        }
    }

    private boolean registered(ColorRegistry registry, Tint tint) {
        return colours.get(tint) != null && colours.get(tint).getRGB().equals(rgb(tint, registry));
    }

    /** Greys lie between the theme's paper and ink; signals are colours of its registry. */
    private RGB rgb(Tint tint, ColorRegistry registry) {
        return switch (tint) {
            case CANVAS -> paper;
            case NODE -> blend(0.05);
            case PART -> blend(0.12);
            case TRACK -> blend(0.18);
            case LINE -> blend(0.38);
            case FAINT -> blend(0.68);
            case TEXT -> ink;
            default -> {
                RGB known = registry.getRGB(COLOURS + tint.name().toLowerCase(Locale.ROOT));
                yield known == null ? ink : known;
            }
        };
    }

    private RGB blend(double share) {
        return new RGB(blend(paper.red, ink.red, share), blend(paper.green, ink.green, share),
                blend(paper.blue, ink.blue, share));
    }

    private static int blend(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    Color colour(Tint tint) {
        return colours.get(tint);
    }

    Font font(Type type) {
        return fonts.get(type);
    }

    Image icon(String kind) {
        return Icons.resource(kind, false, false, false, false);
    }

    Image faultIcon() {
        return Icons.image("badge-fault");
    }

    /** The text, its middle left out where it is too long. */
    String fit(GC gc, String text, double width, Type type) {
        if (fitted.size() > FITTED) {
            fitted.clear();
        }
        return fitted.computeIfAbsent(type.ordinal() + "|" + (int) width + "|" + text,
                key -> shorten(gc, text, width));
    }

    private static String shorten(GC gc, String text, double width) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        int kept = text.length() - 1;
        String shorter = "\u2026";
        while (kept > 1) {
            shorter = text.substring(0, (kept + 1) / 2) + '\u2026' + text.substring(text.length() - kept / 2);
            if (gc.textExtent(shorter).x <= width) {
                return shorter;
            }
            kept--;
        }
        return shorter;
    }
}
