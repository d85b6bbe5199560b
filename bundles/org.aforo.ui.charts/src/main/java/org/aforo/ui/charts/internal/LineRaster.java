package org.aforo.ui.charts.internal;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Draws thin antialiased lines and translucent bands straight into an image. Java2D's strokes are made for any shape
 * and cost some 2 ms for a line of a thousand points that goes up and down; this costs a tenth of it, which decides
 * whether a chart of fifty lines can run on. Coordinates are pixels. For one thread.
 */
final class LineRaster {

    private static final int FULL = 255;

    private final int[] pixels;
    private final int stride;
    /** How far the line being drawn covers each pixel; all zero between lines. */
    private final byte[] cover;
    private int[] touched = new int[4096];
    private int count;
    private int left;
    private int top;
    private int right;
    private int bottom;
    private float[] dash;
    private double dashLength;

    /** @param image of type INT_RGB */
    LineRaster(BufferedImage image) {
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        stride = image.getWidth();
        cover = new byte[pixels.length];
        clip(0, 0, image.getWidth(), image.getHeight());
    }

    /** Leaves everything outside as it is. */
    void clip(double x, double y, double width, double height) {
        left = (int) Math.max(0, Math.floor(x));
        top = (int) Math.max(0, Math.floor(y));
        right = (int) Math.min(stride, Math.ceil(x + width));
        bottom = (int) Math.min(pixels.length / stride, Math.ceil(y + height));
    }

    /**
     * Draws lines from point to point; x must not decrease.
     *
     * @param pattern lengths of dash and gap in turn; null for a solid line
     */
    void line(double[] x, double[] y, int points, double width, float[] pattern, int rgb) {
        dash = pattern;
        dashLength = 0;
        for (int i = 0; pattern != null && i < pattern.length; i++) {
            dashLength += pattern[i];
        }
        double at = 0;
        for (int i = 0; i < Math.max(1, points - 1); i++) {
            int next = Math.min(i + 1, points - 1);
            at += segment(x[i], y[i], x[next], y[next], width / 2, at);
        }
        blend(rgb);
    }

    private double segment(double x0, double y0, double x1, double y1, double half, double at) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.hypot(dx, dy);
        if (dx >= Math.abs(dy)) {
            double reach = dx == 0 ? half : half * length / dx;
            int end = (int) Math.min(right - 1, Math.round(x1 - 0.5));
            for (int px = (int) Math.max(left, Math.round(x0 - 0.5)); px <= end; px++) {
                double share = dx == 0 ? 0 : Math.clamp((px + 0.5 - x0) / dx, 0, 1);
                if (isOn(at + length * share)) {
                    column(px, y0 + dy * share - reach, y0 + dy * share + reach);
                }
            }
        } else {
            double reach = half * length / Math.abs(dy);
            int end = (int) Math.min(bottom - 1, Math.round(Math.max(y0, y1) - 0.5));
            for (int py = (int) Math.max(top, Math.round(Math.min(y0, y1) - 0.5)); py <= end; py++) {
                double share = Math.clamp((py + 0.5 - y0) / dy, 0, 1);
                if (isOn(at + length * share)) {
                    row(py, x0 + dx * share - reach, x0 + dx * share + reach);
                }
            }
        }
        return length;
    }

    private boolean isOn(double at) {
        if (dash == null) {
            return true;
        }
        double left = at % dashLength;
        int part = 0;
        while (part < dash.length - 1 && left >= dash[part]) {
            left -= dash[part++];
        }
        return part % 2 == 0;
    }

    private void column(int px, double from, double to) {
        int end = (int) Math.min(bottom - 1, Math.floor(to));
        for (int py = (int) Math.max(top, Math.floor(from)); py <= end; py++) {
            touch(py * stride + px, Math.min(to, py + 1) - Math.max(from, py));
        }
    }

    private void row(int py, double from, double to) {
        int end = (int) Math.min(right - 1, Math.floor(to));
        for (int px = (int) Math.max(left, Math.floor(from)); px <= end; px++) {
            touch(py * stride + px, Math.min(to, px + 1) - Math.max(from, px));
        }
    }

    private void touch(int pixel, double covered) {
        int now = (int) (covered * FULL);
        int before = cover[pixel] & FULL;
        if (now > before) {
            if (before == 0) {
                if (count == touched.length) {
                    touched = Arrays.copyOf(touched, 2 * count);
                }
                touched[count++] = pixel;
            }
            cover[pixel] = (byte) now;
        }
    }

    private void blend(int rgb) {
        for (int i = 0; i < count; i++) {
            int pixel = touched[i];
            pixels[pixel] = mix(pixels[pixel], rgb, cover[pixel] & FULL);
            cover[pixel] = 0;
        }
        count = 0;
    }

    /** Fills between two lines over the same points; x must not decrease. */
    void band(double[] x, double[] upper, double[] lower, int points, int alpha, int rgb) {
        for (int i = 0; i + 1 < points; i++) {
            double dx = Math.max(1e-9, x[i + 1] - x[i]);
            int end = (int) Math.min(right, Math.ceil(x[i + 1] - 0.5));
            for (int px = (int) Math.max(left, Math.ceil(x[i] - 0.5)); px < end; px++) {
                double share = (px + 0.5 - x[i]) / dx;
                int from = (int) Math.max(top, Math.round(upper[i] + (upper[i + 1] - upper[i]) * share));
                int to = (int) Math.min(bottom, Math.round(lower[i] + (lower[i + 1] - lower[i]) * share));
                for (int py = from; py < to; py++) {
                    pixels[py * stride + px] = mix(pixels[py * stride + px], rgb, alpha);
                }
            }
        }
    }

    private static int mix(int under, int over, int alpha) {
        int share = alpha + (alpha >> 7);
        int rest = 256 - share;
        int redBlue = (under & 0xFF00FF) * rest + (over & 0xFF00FF) * share >>> 8 & 0xFF00FF;
        int green = (under & 0xFF00) * rest + (over & 0xFF00) * share >>> 8 & 0xFF00;
        return redBlue | green;
    }
}
