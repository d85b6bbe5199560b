package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** The SDK's asynchronous S3 client (Netty) and its transfer manager, which uploads in parts by itself. */
class S3AsyncTest {

    private static final int MIB = 1 << 20;
    private static Product product;
    private static S3AsyncClient s3;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        product = Product.start("--ephemeral");
        s3 = Clients.build(S3AsyncClient.builder().forcePathStyle(true).multipartEnabled(true)
                .multipartConfiguration(m -> m.minimumPartSizeInBytes(5L * MIB).thresholdInBytes(8L * MIB))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()), product.endpoint());
        s3.createBucket(r -> r.bucket("async")).join();
    }

    @AfterAll
    static void stop() throws Exception {
        s3.close();
        product.close();
    }

    @Test
    void theTransferManagerUploadsInPartsAndDownloads() throws Exception {
        Path from = Files.write(folder.resolve("from"), bytes(21 * MIB));
        Path to = folder.resolve("to");
        try (S3TransferManager transfers = S3TransferManager.builder().s3Client(s3).build()) {
            String etag = transfers.uploadFile(u -> u.source(from).putObjectRequest(r -> r.bucket("async").key("f")))
                    .completionFuture().join().response().eTag();
            transfers.downloadFile(d -> d.destination(to).getObjectRequest(r -> r.bucket("async").key("f")))
                    .completionFuture().join();

            assertThat(etag).matches("\"[0-9a-f]{32}-\\d+\"");
            assertThat(Files.mismatch(from, to)).isEqualTo(-1);
        }
    }

    @Test
    void theTransferManagerCarriesAFolderThereAndBack() throws Exception {
        Path from = Files.createDirectories(folder.resolve("from"));
        for (int i = 0; i < 20; i++) {
            Path file = from.resolve("d" + i % 3).resolve("f" + i);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(1 + i * 1000));
        }
        Path to = folder.resolve("to");
        try (S3TransferManager transfers = S3TransferManager.builder().s3Client(s3).build()) {
            assertThat(transfers.uploadDirectory(u -> u.source(from).bucket("async").s3Prefix("tree"))
                    .completionFuture().join().failedTransfers()).isEmpty();
            assertThat(transfers.downloadDirectory(d -> d.destination(to).bucket("async")
                    .listObjectsV2RequestTransformer(l -> l.prefix("tree/")))
                    .completionFuture().join().failedTransfers()).isEmpty();
        }
        for (int i = 0; i < 20; i++) {
            String name = "d" + i % 3 + "/f" + i;
            assertThat(Files.mismatch(from.resolve(name), to.resolve(name))).isEqualTo(-1);
        }
    }

    @Test
    void aStreamOfUnknownLengthIsTaken() {
        var body = AsyncRequestBody.forBlockingInputStream(null);
        var put = s3.putObject(r -> r.bucket("async").key("unknown"), body);
        body.writeInputStream(new java.io.ByteArrayInputStream(bytes(20 * MIB)));
        put.join();

        byte[] got = s3.getObject(r -> r.bucket("async").key("unknown"), AsyncResponseTransformer.toBytes()).join()
                .asByteArrayUnsafe();
        assertThat(Arrays.mismatch(got, bytes(20 * MIB))).isEqualTo(-1);
    }

    @Test
    void whatIsNotThereIsTyped() {
        assertThatThrownBy(() -> s3.getObject(r -> r.bucket("async").key("nothing"),
                AsyncResponseTransformer.toBytes()).join()).hasCauseInstanceOf(NoSuchKeyException.class);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
