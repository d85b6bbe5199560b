package org.aforo.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Sends, receives and deletes in turn, one message or a batch, so that a backlog stays as long as it is. */
final class QueueRounds implements Load.Client {

    private static final Pattern HANDLE = Pattern.compile("\"ReceiptHandle\"\\s*:\\s*\"([^\"]+)\"");

    private enum Step {
        SEND, RECEIVE, DELETE
    }

    private final QueueRequests requests;
    private final boolean batches;
    private Step step = Step.DELETE;
    private List<String> handles = List.of();

    QueueRounds(QueueRequests requests, boolean batches) {
        this.requests = requests;
        this.batches = batches;
    }

    @Override
    public byte[] request() {
        step = switch (step) {
            case SEND -> Step.RECEIVE;
            case RECEIVE -> handles.isEmpty() ? Step.SEND : Step.DELETE;
            case DELETE -> Step.SEND;
        };
        return switch (step) {
            case SEND -> batches ? requests.sendBatch() : requests.send();
            case RECEIVE -> requests.receive(batches ? QueueRequests.BATCH : 1, 0);
            case DELETE -> batches ? requests.deleteBatch(handles) : requests.delete(handles.getFirst());
        };
    }

    @Override
    public boolean wantsAnswer() {
        return step == Step.RECEIVE;
    }

    @Override
    public void answer(byte[] body) {
        handles = handles(body);
    }

    static List<String> handles(byte[] body) {
        return HANDLE.matcher(new String(body, StandardCharsets.UTF_8)).results()
                .map((MatchResult found) -> found.group(1)).toList();
    }
}
