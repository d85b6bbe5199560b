package org.aforo.ui.charts;

import java.util.List;

/**
 * Lines over one time axis. The unit of the first line goes on the left, that of the first line with another unit on
 * the right; there are no more than two.
 *
 * @param title  short; empty for none
 * @param weight height, compared to that of the other plots
 */
public record Plot(String title, int weight, List<Series> series, List<Mark> marks) {
}
