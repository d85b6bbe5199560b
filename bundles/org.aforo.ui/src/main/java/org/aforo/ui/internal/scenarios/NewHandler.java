package org.aforo.ui.internal.scenarios;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.aforo.ui.Notices;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Makes a new scenario, with a beginning that runs, and opens it. */
public final class NewHandler extends AbstractHandler {

    private static final String BEGINNING = """
            name: %s
            description: >-
              What flows here, and why.
            clock: 60 # a bench minute each second

            setup:
              - s3.CreateBucket: { Bucket: landing }
              - firehose.CreateDeliveryStream:
                  DeliveryStreamName: quotes
                  DeliveryStreamType: DirectPut
                  ExtendedS3DestinationConfiguration:
                    RoleARN: arn:aws:iam::000000000000:role/LabRole
                    BucketARN: arn:aws:s3:::landing
                    Prefix: data/
                    BufferingHints: { SizeInMBs: 1, IntervalInSeconds: 60 }

            producers:
              - { name: ticker, demo: ticker, to: "firehose:quotes", rate: 50/s, for: 2m }

            run: { for: 3m, drain: 5m }

            expect:
              - delivered: { from: [ticker], bucket: landing, prefix: data/ }
              - flushes: { of: quotes, reasons: [INTERVAL], atLeast: 1 }
            """;

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Path folder = ScenarioFolder.path();
        NameDialog.ask(window.getShell(), Messages.new_title, folder, Names.free(folder, "scenario"))
                .ifPresent(file -> create(file, window.getActivePage()));
        return null;
    }

    static void create(Path file, IWorkbenchPage page) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, BEGINNING.formatted(Names.base(file)).getBytes(StandardCharsets.UTF_8));
            FileHandler.view(page).ifPresent(view -> {
                view.refresh();
                view.select(file);
            });
            OpenHandler.open(page, file);
        } catch (IOException e) {
            Notices.failed(Messages.file_failed, e.getMessage());
        }
    }
}
