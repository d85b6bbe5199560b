package org.aforo.ui.internal.flow;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.aforo.ui.internal.flow.FlowPlan.Area;
import org.aforo.ui.internal.flow.FlowPlan.Point;
import org.eclipse.swt.graphics.RGB;

/** Draws into the text of an SVG file. For one drawing. */
final class SvgSurface implements Surface {

    private static final double ASCENT = 11;
    private static final double LETTER = 6.2;

    private final StringBuilder body = new StringBuilder();
    private final Function<Tint, RGB> colours;
    private final double width;
    private final double height;

    SvgSurface(Function<Tint, RGB> colours, double width, double height) {
        this.colours = colours;
        this.width = width;
        this.height = height;
    }

    @Override
    public boolean shows(Area area) {
        return true;
    }

    @Override
    public void fill(Area area, double radius, Tint tint) {
        body.append(rectangle(area, radius)).append(" fill=\"").append(colour(tint)).append("\"/>\n");
    }

    @Override
    public void frame(Area area, double radius, Tint tint, double line, boolean dashed) {
        body.append(rectangle(area, radius)).append(" fill=\"none\" stroke=\"").append(colour(tint))
                .append("\" stroke-width=\"").append(number(line))
                .append(dashed ? "\" stroke-dasharray=\"4 4\"/>\n" : "\"/>\n");
    }

    @Override
    public void arrow(List<Point> points, Tint tint, double line, double dash, double offset) {
        if (points.size() < 2) {
            return;
        }
        body.append("<polyline points=\"")
                .append(points.stream().map(p -> number(p.x()) + ',' + number(p.y())).collect(Collectors.joining(" ")))
                .append("\" fill=\"none\" stroke=\"").append(colour(tint)).append("\" stroke-width=\"")
                .append(number(line)).append(dash > 0 ? "\" stroke-dasharray=\"" + number(dash) : "").append("\"/>\n");
        int[] head = GcSurface.head(points.get(points.size() - 2), points.get(points.size() - 1), 4 + line);
        body.append("<polygon points=\"").append(head[0]).append(',').append(head[1]).append(' ').append(head[2])
                .append(',').append(head[3]).append(' ').append(head[4]).append(',').append(head[5])
                .append("\" fill=\"").append(colour(tint)).append("\"/>\n");
    }

    @Override
    public void text(String text, double x, double y, double room, Type type, Tint tint) {
        int most = Math.max(2, (int) (room / LETTER));
        String shown = text.length() <= most ? text : text.substring(0, most - 1) + '\u2026';
        if (!shown.isEmpty()) {
            body.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y + ASCENT))
                    .append("\" font-size=\"").append(type == Type.SMALL ? 10 : 12)
                    .append(type == Type.STRONG ? "\" font-weight=\"bold" : "").append("\" fill=\"")
                    .append(colour(tint)).append("\">").append(escape(shown)).append("</text>\n");
        }
    }

    @Override
    public void icon(String kind, double x, double y) {
        String letter = kind.isEmpty() ? "?" : kind.substring(0, 1).toUpperCase(Locale.ROOT);
        body.append("<circle cx=\"").append(number(x + 8)).append("\" cy=\"").append(number(y + 8))
                .append("\" r=\"7\" fill=\"").append(colour(Tint.SELECTED)).append("\"/>\n<text x=\"")
                .append(number(x + 8)).append("\" y=\"").append(number(y + 12))
                .append("\" font-size=\"10\" text-anchor=\"middle\" fill=\"").append(colour(Tint.CANVAS))
                .append("\">").append(escape(letter)).append("</text>\n");
    }

    @Override
    public void fault(double x, double y) {
        body.append("<path d=\"M").append(number(x + 7)).append(' ').append(number(y)).append("l7 13h-14z\" fill=\"")
                .append(colour(Tint.HOT)).append("\"/>\n");
    }

    /** The whole file. */
    String file() {
        String size = "width=\"" + number(width) + "\" height=\"" + number(height) + '"';
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + " viewBox=\"0 0 " + number(width) + ' '
                + number(height) + "\" font-family=\"sans-serif\">\n" + body + "</svg>\n";
    }

    private static String rectangle(Area area, double radius) {
        return "<rect x=\"" + number(area.x()) + "\" y=\"" + number(area.y()) + "\" width=\"" + number(area.width())
                + "\" height=\"" + number(area.height()) + (radius > 0 ? "\" rx=\"" + number(radius) : "") + '"';
    }

    private String colour(Tint tint) {
        RGB rgb = colours.apply(tint);
        return String.format("#%02x%02x%02x", rgb.red, rgb.green, rgb.blue);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.append(c < ' ' ? ' ' : c);
            }
        }
        return escaped.toString();
    }
}
