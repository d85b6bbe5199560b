package org.aforo.ui.charts.internal;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/**
 * Puts the legend beside the chart where there is room, below it where there is not; the table takes the whole place.
 */
public final class ChartLayout extends Layout {

    private static final int WIDE = 620;
    private static final int LEGEND = 390;
    /** Lower than this, the chart needs all the room there is. */
    private static final int LOW = 150;
    private static final double LEGEND_SHARE = 0.36;
    /** With names that are too long for the share above. */
    private static final double LEGEND_MOST = 0.48;

    private final Control chart;
    private final LegendTable legend;
    private final Control table;
    private boolean legendShown = true;
    private boolean tableShown;

    public ChartLayout(Control chart, LegendTable legend, Control table) {
        this.chart = chart;
        this.legend = legend;
        this.table = table;
    }

    public void showLegend(boolean show) {
        legendShown = show;
    }

    public void showTable(boolean show) {
        tableShown = show;
    }

    public boolean tableShown() {
        return tableShown;
    }

    @Override
    protected Point computeSize(Composite composite, int width, int height, boolean flush) {
        return new Point(width < 0 ? WIDE : width, height < 0 ? LEGEND : height);
    }

    @Override
    protected void layout(Composite composite, boolean flush) {
        Rectangle area = composite.getClientArea();
        table.setVisible(tableShown);
        chart.setVisible(!tableShown);
        boolean beside = legendShown && !tableShown && legend.control().getItemCount() > 0 && area.height >= LOW;
        legend.control().setVisible(beside);
        if (tableShown) {
            table.setBounds(area);
        } else if (!beside) {
            chart.setBounds(area);
        } else if (area.width >= WIDE) {
            int width = (int) Math.min(Math.max(legend.width(), Math.min(LEGEND, area.width * LEGEND_SHARE)),
                    area.width * LEGEND_MOST);
            chart.setBounds(area.x, area.y, area.width - width, area.height);
            legend.control().setBounds(area.x + area.width - width, area.y, width, area.height);
        } else {
            int height = (int) Math.min(legend.height(), area.height * LEGEND_SHARE);
            chart.setBounds(area.x, area.y, area.width, area.height - height);
            legend.control().setBounds(area.x, area.y + area.height - height, area.width, height);
        }
    }
}
