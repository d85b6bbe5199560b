package org.aforo.ui.charts;

import java.util.List;

/**
 * The colours of a chart, as 0xRRGGBB, and its font.
 *
 * @param gap       behind times nothing is known of
 * @param fontSize  in points of the screen at 100 %
 */
public record Palette(int background, int foreground, int grid, int gap, List<Integer> lines, int error, int throttle,
        int flush, String font, int fontSize) {

    /** Okabe and Ito's colours, which colour-blind eyes tell apart, made dark enough for a white ground. */
    public static final List<Integer> ON_LIGHT = List.of(0x0072B2, 0xC75000, 0x008A63, 0xB5548F, 0x8A6D00, 0x2F8FC4,
            0x5B4BB5, 0x4D4D4D);
    /** The same, bright enough for a dark ground. */
    public static final List<Integer> ON_DARK = List.of(0x56B4E9, 0xE69F00, 0x2CC79A, 0xE08FC0, 0xF0E442, 0x7FA8FF,
            0xFF8A50, 0xC8C8C8);

    /** Black on white, for where there is no theme. */
    public static Palette plain() {
        return of(0xFFFFFF, 0x202020, "SansSerif", 12);
    }

    /** What goes with a ground and a text colour. */
    public static Palette of(int background, int foreground, String font, int fontSize) {
        boolean dark = isDark(background);
        return new Palette(background, foreground, mix(background, foreground, 0.14), mix(background, foreground, 0.07),
                dark ? ON_DARK : ON_LIGHT, dark ? 0xFF6B68 : 0xC62828, dark ? 0xFFC24B : 0xA86400,
                dark ? 0x9FB4C7 : 0x5A7184, font, fontSize);
    }

    public int line(int index) {
        return lines.get(index % lines.size());
    }

    /** The colour at {@code share} of the way from one to another. */
    public static int mix(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xFF;
            int b = to >> shift & 0xFF;
            mixed |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return mixed;
    }

    public static boolean isDark(int rgb) {
        return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF) < 128;
    }
}
