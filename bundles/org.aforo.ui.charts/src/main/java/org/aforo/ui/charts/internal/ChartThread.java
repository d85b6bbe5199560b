package org.aforo.ui.charts.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread all charts are drawn on. AWT is first touched there, and never has a display. */
public final class ChartThread {

    private static final String HEADLESS = "java.awt.headless";
    private static final ThreadPoolExecutor POOL = pool();

    private ChartThread() {
    }

    public static Executor executor() {
        return POOL;
    }

    private static ThreadPoolExecutor pool() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("charts").priority(Thread.NORM_PRIORITY - 1).factory());
        pool.allowCoreThreadTimeOut(true);
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true");
        }
        return pool;
    }
}
