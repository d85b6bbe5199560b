package org.aforo.headless.internal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.aforo.api.BenchSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is missing on this machine and how to mend it. */
@Command(name = "doctor", description = "Say what is missing on this machine and how to mend it.")
final class DoctorCommand implements Callable<Integer> {

    private static final long NEEDED_DISK = 2L << 30;

    @Spec
    private CommandSpec spec;

    /** What was looked at: whether it is well, whether Aforo can do without it, and how to mend it. */
    private record Finding(String what, boolean well, boolean needed, String mend) {
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Finding> findings = List.of(java(), port(), dataFolder(), disk(),
                tool("Python with boto3 (the lab's second producer)",
                        "apt-get install python3-boto3, or pip install boto3",
                        "python3", "-c", "import boto3"),
                tool("AWS CLI (the quick tour)", "apt-get install awscli, or pip install awscli", "aws", "--version"),
                tool("npm (peers for the benchmark)", "apt-get install npm", "npm", "--version"),
                tool("git (source builds)", "apt-get install git", "git", "--version"));
        PrintWriter out = spec.commandLine().getOut();
        for (Finding finding : findings) {
            String mark = finding.well() ? "ok      " : finding.needed() ? "MISSING " : "optional";
            out.println(mark + "  " + finding.what() + (finding.well() ? "" : ": " + finding.mend()));
        }
        out.flush();
        return findings.stream().anyMatch(finding -> finding.needed() && !finding.well()) ? Aforo.FAILED : 0;
    }

    private static Finding java() {
        int feature = java.lang.Runtime.version().feature();
        return new Finding("Java " + feature + " at " + System.getProperty("java.home"), feature >= 21, true,
                "install a JDK of 21 or newer and set JAVA_HOME");
    }

    private static Finding port() {
        try (ServerSocket socket = new ServerSocket(BenchSettings.DEFAULT_PORT, 1, InetAddress.getLoopbackAddress())) {
            return new Finding("port " + socket.getLocalPort() + " is free", true, false, "");
        } catch (IOException e) {
            return new Finding("port " + BenchSettings.DEFAULT_PORT, false, false,
                    "in use (by a running bench?); another can be named with serve --port");
        }
    }

    private static Finding dataFolder() {
        Path folder = Path.of(System.getProperty("user.home"), ".aforo");
        Path there = Files.exists(folder) ? folder : folder.getParent();
        return new Finding("data folder " + folder, Files.isWritable(there), true,
                "not writable; mend its permissions or name another with serve --data");
    }

    private static Finding disk() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            long free = Files.getFileStore(temporary).getUsableSpace();
            return new Finding("disk: " + (free >> 30) + " GiB free in " + temporary, free >= NEEDED_DISK, true,
                    "at least 2 GiB are needed");
        } catch (IOException e) {
            return new Finding("temporary folder " + temporary, false, true, e.getMessage());
        }
    }

    private static Finding tool(String what, String mend, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            boolean well = process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
            process.destroy();
            return new Finding(what, well, false, mend);
        } catch (IOException e) {
            return new Finding(what, false, false, mend);
        }
    }
}
