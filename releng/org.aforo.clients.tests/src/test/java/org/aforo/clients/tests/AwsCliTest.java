package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The AWS CLI, with nothing but the endpoint set. */
@Timeout(120)
class AwsCliTest {

    private static Product product;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        Tools.need("the AWS CLI", "aws", "--version");
        product = Product.start("--ephemeral");
    }

    @AfterAll
    static void stop() throws Exception {
        if (product != null) {
            product.close();
        }
    }

    /** What README tells the reader to paste, but for the port and for the ten seconds that sending would take. */
    @Test
    void theQuickTourWorksAsPasted() throws Exception {
        String readme = Files.readString(Launcher.HOME.resolve("README.md"));
        String tour = readme.replaceFirst("(?s).*with the AWS CLI:\\s+```\\s+(.*?)```.*", "$1")
                .replace("http://127.0.0.1:4566", product.endpoint().toString()).replace("--rate 200", "--rate 0");
        assertThat(tour).startsWith("export AWS_ENDPOINT_URL").contains("./aforo sql");
        script("aforo", "exec " + String.join(" ", Launcher.process().command()) + " \"$@\" --endpoint "
                + product.endpoint());

        Run run = bash("set -e\nset -x\n" + tour);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("make_bucket: bolsa", "\"SequenceNumber\": \"49", "deliverystream/kinesis1",
                "2,000 records sent").containsPattern("datos/\\d{4}/\\d\\d/\\d\\d/\\d\\d/kinesis1-1-")
                .containsPattern("TECHNOLOGY\\W+\\d+\\W+\\d+\\.\\d+");
    }

    @Test
    void filesAreCopiedListedSyncedSignedAndRemoved() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("tree/sub dir"));
        Files.writeString(tree.resolve("ñ+&.txt"), "uno");
        Files.writeString(folder.resolve("tree/dos.txt"), "dos");
        byte[] big = new byte[9 << 20];
        new Random(1).nextBytes(big);
        Files.write(folder.resolve("big.bin"), big);

        Run run = bash("""
                set -e
                aws s3 mb s3://cli
                aws s3 cp big.bin s3://cli/big.bin --no-progress
                aws s3 sync tree s3://cli/tree --no-progress
                aws s3 ls --recursive s3://cli
                aws s3 sync tree s3://cli/tree --no-progress > again.txt
                aws s3 sync s3://cli/tree back --no-progress
                aws s3 cp s3://cli/big.bin back.bin --no-progress
                aws s3 cp s3://cli/tree/dos.txt - > stdout.txt
                aws s3 presign s3://cli/tree/dos.txt > url.txt
                """);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("9437184 big.bin", "3 tree/sub dir/ñ+&.txt", "3 tree/dos.txt");
        assertThat(folder.resolve("again.txt")).isEmptyFile();
        assertThat(folder.resolve("back/sub dir/ñ+&.txt")).hasContent("uno");
        assertThat(Files.mismatch(folder.resolve("big.bin"), folder.resolve("back.bin"))).isEqualTo(-1);
        assertThat(folder.resolve("stdout.txt")).hasContent("dos");
        URI url = URI.create(Files.readString(folder.resolve("url.txt")).strip());
        assertThat(HttpClient.newHttpClient().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                .body()).isEqualTo("dos");

        Run removal = bash("""
                set -e
                aws s3 mv s3://cli/tree/dos.txt s3://cli/moved.txt
                aws s3 rm s3://cli --recursive
                aws s3 rb s3://cli
                """);
        assertThat(removal.exit()).as(removal.err()).isZero();
        assertThat(removal.out()).contains("delete: s3://cli/moved.txt", "remove_bucket: cli");
    }

    @Test
    void streamsAreWrittenAndReadBack() throws Exception {
        Run run = bash("""
                set -e
                aws kinesis create-stream --stream-name cli --shard-count 1
                aws kinesis wait stream-exists --stream-name cli
                printf 'uno \\377' > one
                aws kinesis put-record --stream-name cli --partition-key a --data fileb://one
                it=$(aws kinesis get-shard-iterator --stream-name cli --shard-id shardId-000000000000 \
                     --shard-iterator-type TRIM_HORIZON --query ShardIterator --output text)
                aws kinesis get-records --shard-iterator "$it" --query 'Records[].Data' --output text
                aws kinesis list-streams --query StreamNames
                aws kinesis delete-stream --stream-name cli
                """);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"ShardId\": \"shardId-000000000000\"", "dW5vIP8=", "\"cli\"");
        Run missing = bash("aws kinesis describe-stream-summary --stream-name nowhere");
        assertThat(missing.exit()).isNotZero();
        assertThat(missing.err()).contains("(ResourceNotFoundException)",
                "Stream nowhere under account 000000000000 not found.");
    }

    @Test
    void streamsAreReshardedAndKeptLonger() throws Exception {
        Run run = bash("""
                set -e
                active() {
                    until [ "$(aws kinesis describe-stream-summary --stream-name shards --output text \\
                               --query StreamDescriptionSummary.StreamStatus)" = ACTIVE ]; do :; done
                }
                aws kinesis create-stream --stream-name shards --shard-count 1
                active
                aws kinesis split-shard --stream-name shards --shard-to-split shardId-000000000000 \\
                    --new-starting-hash-key 170141183460469231731687303715884105728
                active
                aws kinesis merge-shards --stream-name shards --shard-to-merge shardId-000000000001 \\
                    --adjacent-shard-to-merge shardId-000000000002
                active
                aws kinesis update-shard-count --stream-name shards --target-shard-count 2 \\
                    --scaling-type UNIFORM_SCALING
                active
                aws kinesis increase-stream-retention-period --stream-name shards --retention-period-hours 48
                active
                aws kinesis list-shards --stream-name shards --shard-filter Type=AT_LATEST \\
                    --query 'Shards[].[ShardId, ParentShardId]' --output text
                aws kinesis describe-stream-summary --stream-name shards --output text \\
                    --query 'StreamDescriptionSummary.[OpenShardCount, RetentionPeriodHours]'
                """);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"TargetShardCount\": 2", "2\t48",
                "shardId-000000000004\tshardId-000000000003", "shardId-000000000005\tshardId-000000000003");
    }

    /** The CLI's version 1 asks AWS itself for queues, unless the endpoint is given with the command. */
    @Test
    void messagesAreSentReceivedAndDeletedAndFanOut() throws Exception {
        Run run = bash("""
                set -e
                sqs() { aws sqs "$@" --endpoint-url "$AWS_ENDPOINT_URL"; }
                work=$(sqs create-queue --queue-name work --query QueueUrl --output text)
                sqs send-message --queue-url "$work" --message-body 'uno ñ' --query MD5OfMessageBody
                sqs receive-message --queue-url "$work" --visibility-timeout 600 --output text \\
                    --query 'Messages[0].[Body, ReceiptHandle]' > first
                sqs change-message-visibility --queue-url "$work" --receipt-handle "$(cut -f 2 first)" \\
                    --visibility-timeout 0
                sqs receive-message --queue-url "$work" --attribute-names ApproximateReceiveCount --output text \\
                    --query 'Messages[0].[Attributes.ApproximateReceiveCount, ReceiptHandle]' > again
                sqs delete-message --queue-url "$work" --receipt-handle "$(cut -f 2 again)"
                pairs=$(sqs create-queue --queue-name pairs.fifo --query QueueUrl --output text \\
                    --attributes FifoQueue=true,ContentBasedDeduplication=true)
                topic=$(aws sns create-topic --name news.fifo --query TopicArn --output text \\
                    --attributes FifoTopic=true,ContentBasedDeduplication=true)
                aws sns subscribe --topic-arn "$topic" --protocol sqs --attributes RawMessageDelivery=true \\
                    --notification-endpoint arn:aws:sqs:us-east-1:000000000000:pairs.fifo
                aws sns publish --topic-arn "$topic" --message dos --message-group-id g
                sqs receive-message --queue-url "$pairs" --wait-time-seconds 20 --attribute-names All \\
                    --query 'Messages[0].[Body, Attributes.MessageGroupId]' --output text
                """);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(folder.resolve("first")).content().startsWith("uno ñ\t");
        assertThat(folder.resolve("again")).content().startsWith("2\t");
        assertThat(run.out()).contains("\"SubscriptionArn\": \"arn:aws:sns:us-east-1:000000000000:news.fifo:",
                "\"SequenceNumber\": \"", "dos\tg");
        Run missing = bash("aws sqs get-queue-url --queue-name nowhere --endpoint-url \"$AWS_ENDPOINT_URL\"");
        assertThat(missing.exit()).as("254, and 255 of version 1").isBetween(254, 255);
        assertThat(missing.err()).contains("(AWS.SimpleQueueService.NonExistentQueue)",
                "The specified queue does not exist");
    }

    private Run bash(String text) throws Exception {
        return Run.of(Tools.command(product.endpoint(), folder, "bash", "-c", text));
    }

    private void script(String name, String command) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
