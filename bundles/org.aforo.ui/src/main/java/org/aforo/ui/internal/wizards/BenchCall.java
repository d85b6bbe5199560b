package org.aforo.ui.internal.wizards;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.aforo.client.BenchConnection;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.operation.IRunnableWithProgress;
import tools.jackson.databind.JsonNode;

/** Calls an action's operation; canceling ends the wait. */
final class BenchCall implements IRunnableWithProgress {

    private static final long LOOK_MILLIS = 50;

    private final BenchConnection bench;
    private final BenchAction action;
    private final JsonNode input;

    BenchCall(BenchConnection bench, BenchAction action, JsonNode input) {
        this.bench = bench;
        this.action = action;
        this.input = input;
    }

    @Override
    public void run(IProgressMonitor monitor) throws InvocationTargetException, InterruptedException {
        monitor.beginTask(action.title(), IProgressMonitor.UNKNOWN);
        FutureTask<JsonNode> task = new FutureTask<>(() -> bench.control().call(action.service(), action.operation(),
                input));
        Thread.ofVirtual().name(action.operation()).start(task);
        try {
            await(task, monitor);
        } finally {
            task.cancel(true);
            monitor.done();
        }
    }

    private static void await(FutureTask<JsonNode> task, IProgressMonitor monitor)
            throws InvocationTargetException, InterruptedException {
        while (true) {
            try {
                task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (monitor.isCanceled()) {
                    throw new InterruptedException(Messages.canceled);
                }
            } catch (ExecutionException e) {
                throw new InvocationTargetException(e.getCause());
            }
        }
    }
}
