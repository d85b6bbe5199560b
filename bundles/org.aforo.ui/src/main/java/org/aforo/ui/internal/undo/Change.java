package org.aforo.ui.internal.undo;

import java.util.List;

import org.aforo.client.BenchConnection;
import org.aforo.ui.BenchJob;
import org.aforo.ui.Notices;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;

/**
 * Some things that were made on a bench, or taken away. Undone in the background; where the bench doesn't do it, that is
 * told and this can't be undone any more. For the UI thread.
 */
final class Change extends AbstractOperation {

    private final Steering steering;
    private final BenchConnection bench;
    private final List<One> ones;
    private final boolean made;
    private boolean underWay;

    /** @param made or taken away */
    Change(String label, Steering steering, BenchConnection bench, List<One> ones, boolean made) {
        super(label);
        this.steering = steering;
        this.bench = bench;
        this.ones = ones;
        this.made = made;
        addContext(PlatformUI.getWorkbench().getOperationSupport().getUndoContext());
    }

    List<One> ones() {
        return ones;
    }

    @Override
    public boolean canUndo() {
        return !underWay;
    }

    @Override
    public boolean canRedo() {
        return !underWay;
    }

    @Override
    public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
        return Status.OK_STATUS;
    }

    @Override
    public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
        return turn(!made, Messages.undone);
    }

    @Override
    public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
        return turn(made, Messages.redone);
    }

    private IStatus turn(boolean wanted, String told) {
        if (bench.state() != BenchConnection.State.LIVE) {
            Notices.failed(Messages.lost, NLS.bind(Messages.lost_text, getLabel(), bench.name()));
            return Status.CANCEL_STATUS;
        }
        underWay = true;
        BenchJob.run(getLabel(), monitor -> {
            for (One one : ones) {
                one.want(wanted);
            }
            return ones;
        }, now -> {
            underWay = false;
            steering.changed(bench);
            Notices.done(told, getLabel());
            OperationHistoryFactory.getOperationHistory().operationChanged(this);
        }, failure -> {
            steering.changed(bench);
            Notices.failed(getLabel(), failure.getMessage());
            OperationHistoryFactory.getOperationHistory().replaceOperation(this, new IUndoableOperation[0]);
        });
        return Status.OK_STATUS;
    }
}
