package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** boto3, as it is configured by default. The checks are in the Python program. */
@Timeout(60)
class Boto3Test {

    @TempDir
    private Path folder;

    @BeforeEach
    void needBoto3() throws Exception {
        Tools.need("Python with boto3", "python3", "-c", "import boto3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"round_trip.py", "streams.py"})
    void everythingIsAnsweredAsItShouldBe(String name) throws Exception {
        Path program = folder.resolve(name);
        try (InputStream in = Boto3Test.class.getResourceAsStream("/python/" + name)) {
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
