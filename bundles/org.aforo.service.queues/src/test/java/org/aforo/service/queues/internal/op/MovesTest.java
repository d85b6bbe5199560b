package org.aforo.service.queues.internal.op;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Dead letters go where they came from. */
class MovesTest {

    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";

    private final Sqs sqs = new Sqs();
    private String dead;
    private String source;

    @BeforeEach
    void queues() {
        dead = sqs.queue("dead");
        source = sqs.queue("a", "VisibilityTimeout", "0", "RedrivePolicy", "{\"deadLetterTargetArn\":\"" + ARN
                + "dead\",\"maxReceiveCount\":1}");
        for (String body : List.of("1", "2", "3")) {
            sqs.send(source, body);
        }
        sqs.receive(source);
        sqs.receive(source);
        assertThat(sqs.attribute(dead, "ApproximateNumberOfMessages")).isEqualTo("3");
    }

    @AfterEach
    void close() {
        sqs.close();
    }

    private List<Map<String, Object>> tasks() {
        return sqs.json("ListMessageMoveTasks", "SourceArn", ARN + "dead", "MaxResults", 10).list("Results");
    }

    @Test
    void backToWhereTheyCameFrom() {
        assertThat(sqs.receive(dead, "VisibilityTimeout", 0).getFirst().get("Attributes").toString())
                .contains("DeadLetterQueueSourceArn=" + ARN + "a");
        sqs.json("StartMessageMoveTask", "SourceArn", ARN + "dead").text("TaskHandle");
        await("COMPLETED");

        assertThat(tasks().getFirst()).containsEntry("ApproximateNumberOfMessagesMoved", 3)
                .containsEntry("ApproximateNumberOfMessagesToMove", 3).containsEntry("SourceArn", ARN + "dead")
                .doesNotContainKeys("TaskHandle", "DestinationArn");
        assertThat(sqs.attribute(source, "ApproximateNumberOfMessages")).isEqualTo("3");
    }

    @Test
    void slowlyAndNotToTheEnd() {
        String other = sqs.queue("other");
        String handle = sqs.json("StartMessageMoveTask", "SourceArn", ARN + "dead", "DestinationArn", ARN + "other",
                "MaxNumberOfMessagesPerSecond", 1).text("TaskHandle");
        assertThat(tasks().getFirst()).containsEntry("TaskHandle", handle).containsEntry("Status", "RUNNING")
                .containsEntry("DestinationArn", ARN + "other").containsEntry("MaxNumberOfMessagesPerSecond", 1);
        assertThat(sqs.json("StartMessageMoveTask", "SourceArn", ARN + "dead").members()).containsEntry("message",
                "There is already a task running. Only one active task is allowed for a source queue arn at a given "
                        + "time.");

        sqs.json("CancelMessageMoveTask", "TaskHandle", handle).json();
        await("CANCELLED");
        assertThat(Integer.parseInt(sqs.attribute(other, "ApproximateNumberOfMessages"))).isLessThan(3);
    }

    private void await(String status) {
        for (int i = 0; i < 1_000 && !tasks().getFirst().get("Status").equals(status); i++) {
            sqs.advance(Duration.ofSeconds(1));
            Thread.onSpinWait();
        }
        assertThat(tasks().getFirst()).containsEntry("Status", status);
    }
}
