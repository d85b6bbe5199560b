package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** boto3, as it is configured by default. The checks are in the Python program. */
@Timeout(60)
class Boto3Test {

    @TempDir
    private Path folder;

    @BeforeEach
    void needBoto3() throws Exception {
        Tools.need("Python with boto3", "python3", "-c", "import boto3");
    }

    @Test
    void allThreeServicesAnswerAsTheyShould() throws Exception {
        Product product = Product.start("--ephemeral", "--clock", "60");
        try {
            run("round_trip.py", product.endpoint());
        } finally {
            product.close();
        }
    }

    @Test
    void queuesAndTopicsAnswerAsTheyShould() throws Exception {
        Product product = Product.start("--ephemeral", "--clock", "60");
        try {
            run("queues.py", product.endpoint());
        } finally {
            product.close();
        }
    }

    @Test
    void whatServicesMeasureIsToldAsMetrics() throws Exception {
        Product product = Product.start("--ephemeral", "--clock", "60");
        try {
            run("metrics.py", product.endpoint());
        } finally {
            product.close();
        }
    }

    @Test
    void streamsAreChangedAndSubscribedToOverTls() throws Exception {
        Product product = Product.start("--data", folder.resolve("data").toString(), "--tls-port", "0", "--clock",
                "60");
        try {
            run("streams.py", product.tlsEndpoint());
        } finally {
            product.close();
        }
    }

    private void run(String name, URI endpoint) throws Exception {
        Path program = folder.resolve(name);
        try (InputStream in = Boto3Test.class.getResourceAsStream("/python/" + name)) {
            Files.copy(in, program);
        }
        ProcessBuilder command = Tools.command(endpoint, folder, "python3", program.toString());
        if (endpoint.getScheme().equals("https")) {
            command.environment().put("AWS_CA_BUNDLE", folder.resolve("data/tls/certificate.pem").toString());
        }

        Run run = Run.of(command);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("all as it should be\n");
    }
}
