package org.aforo.headless.internal.cli;

import java.io.PrintWriter;

import org.aforo.headless.internal.CommandFailure;
import org.aforo.headless.internal.Runtime;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code aforo} command line. */
@Command(name = "aforo", mixinStandardHelpOptions = true, version = "Aforo 0.1.0", scope = ScopeType.INHERIT,
        description = "An ingestion testbench: every way of bringing data into AWS, on one machine.",
        synopsisSubcommandLabel = "VERB", subcommands = {LauncherCommands.Workbench.class, ServeCommand.class,
                RunCommand.class, SqlCommand.class, SendCommand.class, ResourcesCommand.class, PeekCommand.class,
                RecordCommand.class, ReplayCommand.class, MessagesCommand.class, ClockCommand.class,
                PluginsCommand.class, DoctorCommand.class, CompletionCommand.class, LauncherCommands.Test.class,
                LauncherCommands.Bench.class, LauncherCommands.Screenshots.class, HelpCommand.class})
public final class Aforo implements Runnable {

    /** Exit code of a command that could not do what it was asked. */
    static final int FAILED = 1;
    /** Exit code of a command that met a defect of Aforo's; as BSD's {@code EX_SOFTWARE}. */
    private static final int DEFECT = 70;

    @Spec
    private CommandSpec spec;

    /** Runs one command and gives its exit code. */
    public static int execute(Runtime runtime, String[] arguments) {
        CommandLine line = new CommandLine(new Aforo(), new Factory(runtime));
        line.setExecutionExceptionHandler((failure, at, parsed) -> {
            if (failure instanceof CommandFailure) {
                at.getErr().println("aforo: " + failure.getMessage());
                return FAILED;
            }
            at.getErr().println("aforo: a defect of Aforo's own, please report it: " + failure
                    + " (AFORO_DEBUG=1 shows where)");
            if (System.getenv("AFORO_DEBUG") != null) {
                failure.printStackTrace(at.getErr());
            }
            return DEFECT;
        });
        line.setParameterExceptionHandler(Aforo::usageError);
        return line.execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int usageError(ParameterException error, String[] arguments) {
        PrintWriter err = error.getCommandLine().getErr();
        err.println("aforo: " + error.getMessage());
        err.println("Try '" + error.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return error.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Hands the runtime to the commands that start a bench. */
    private record Factory(Runtime runtime) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == ServeCommand.class) {
                return type.cast(new ServeCommand(runtime));
            }
            if (type == RunCommand.class) {
                return type.cast(new RunCommand(runtime));
            }
            if (type == SqlCommand.class) {
                return type.cast(new SqlCommand(runtime));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
