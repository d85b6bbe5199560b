package org.aforo.ui.charts;

import org.aforo.ui.charts.internal.Messages;

/** How much time a chart shows. */
public enum TimeWindow {

    ONE_MINUTE(60_000), FIVE_MINUTES(300_000), FIFTEEN_MINUTES(900_000), ONE_HOUR(3_600_000), ONE_DAY(86_400_000);

    private final long millis;

    TimeWindow(long millis) {
        this.millis = millis;
    }

    public long millis() {
        return millis;
    }

    /** For people: {@code 5 min}. */
    public String title() {
        return switch (this) {
            case ONE_MINUTE -> Messages.oneMinute;
            case FIVE_MINUTES -> Messages.fiveMinutes;
            case FIFTEEN_MINUTES -> Messages.fifteenMinutes;
            case ONE_HOUR -> Messages.oneHour;
            case ONE_DAY -> Messages.oneDay;
        };
    }
}
