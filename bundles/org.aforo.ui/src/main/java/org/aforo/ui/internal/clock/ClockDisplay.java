package org.aforo.ui.internal.clock;

import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.ClockState;
import org.aforo.client.Listening;
import org.aforo.ui.internal.connections.ActiveConnection;
import org.aforo.ui.internal.resources.Accessibles;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;

/** The bench's time in the tool bar, carried on between what the bench tells. */
public final class ClockDisplay extends WorkbenchWindowControlContribution {

    private static final int TICK = 200;
    private static final String WIDEST = "2026-08-28  20:08:58 UTC   ×100000 ###";
    private static final int MARGIN = 8;

    private Label label;
    private Listening following;
    private double scale = Double.NaN;

    @Override
    protected Control createControl(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGIN, 0).applyTo(box);
        label = new Label(box, SWT.CENTER);
        label.setFont(JFaceResources.getTextFont());
        Accessibles.name(label, Messages.time_name);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).hint(width(), SWT.DEFAULT)
                .applyTo(label);
        tick();
        return box;
    }

    private int width() {
        GC gc = new GC(label);
        Point widest = gc.textExtent(WIDEST);
        gc.dispose();
        return widest.x;
    }

    @Override
    public boolean isDynamic() {
        return false;
    }

    private void tick() {
        if (!label.isDisposed()) {
            followSelection();
            show();
            label.getDisplay().timerExec(TICK, this::tick);
        }
    }

    /** The trim is made before its window is. */
    private void followSelection() {
        IWorkbenchWindow window = getWorkbenchWindow();
        if (following == null && window != null) {
            following = ActiveConnection.follow(window, this::show);
            label.addDisposeListener(gone -> following.close());
        }
    }

    private void show() {
        Optional<BenchConnection> bench = Clocks.live();
        Optional<ClockState> clock = bench.flatMap(BenchConnection::clock);
        if (label.getEnabled() != clock.isPresent()) {
            label.setEnabled(clock.isPresent());
        }
        String text = clock.map(c -> Clocks.text(c.estimate()) + "   " + Clocks.speed(c)).orElse(Messages.none);
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
        String tip = bench.isPresent() ? NLS.bind(Messages.time_tip, bench.get().name(), bench.get().endpoint())
                : Messages.none_tip;
        if (!tip.equals(label.getToolTipText())) {
            label.setToolTipText(tip);
        }
        double now = clock.map(ClockState::scale).orElse(-1.0);
        if (now != scale) {
            scale = now;
            ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
            commands.refreshElements(PauseHandler.COMMAND, null);
            commands.refreshElements(SpeedHandler.COMMAND, null);
        }
    }
}
