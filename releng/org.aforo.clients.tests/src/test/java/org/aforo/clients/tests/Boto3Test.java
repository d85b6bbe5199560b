package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
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
        Path program = folder.resolve("round_trip.py");
        try (InputStream in = Boto3Test.class.getResourceAsStream("/python/round_trip.py")) {
            Files.copy(in, program);
        }
        Product product = Product.start("--ephemeral", "--clock", "60");
        try {
            Run run = Run.of(Tools.command(product.endpoint(), folder, "python3", program.toString()));

            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out()).isEqualTo("all as it should be\n");
        } finally {
            product.close();
        }
    }
}
