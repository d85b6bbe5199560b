package org.aforo.service.queues.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.Message.State;

/**
 * What is done with receipt handles: messages are deleted, their visibility is changed.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html">
 *      Queue and message identifiers</a>
 */
final class Receipts {

    private final QueueCore core;
    private final FifoRate rate;

    /** @param rate null for a standard queue */
    Receipts(QueueCore core, FifoRate rate) {
        this.core = core;
        this.rate = rate;
    }

    List<AwsError> delete(List<String> texts) throws AwsError {
        countCall();
        AwsError[] errors = new AwsError[texts.size()];
        List<Message> messages = core.change(() -> {
            List<Message> found = new ArrayList<>(texts.size());
            for (int i = 0; i < errors.length; i++) {
                try {
                    Message message = deletable(texts.get(i));
                    if (message != null && !found.contains(message)) {
                        found.add(message);
                    }
                } catch (AwsError e) {
                    errors[i] = e;
                }
            }
            return found;
        });
        core.remove(messages);
        core.figures.deleted.add(messages.size());
        return Arrays.asList(errors);
    }

    /** Null when there is nothing to delete, which is as good. */
    private Message deletable(String text) throws AwsError {
        ReceiptHandle handle = ReceiptHandle.parse(text, core.meta().salt());
        Message message = core.backlog.index.get(handle.number());
        if (message == null) {
            return null;
        }
        boolean newest = message.receives() == handle.count();
        if (core.settings().fifo() && (!newest || message.state != State.IN_FLIGHT)) {
            throw Errors.expiredHandle(text);
        }
        return newest && !message.receipt.twice ? message : null;
    }

    List<AwsError> changeVisibility(List<VisibilityChange> changes) throws AwsError {
        countCall();
        AwsError[] errors = new AwsError[changes.size()];
        List<Picked> changed = core.change(() -> {
            long now = core.now();
            List<Picked> hidden = new ArrayList<>(changes.size());
            for (int i = 0; i < errors.length; i++) {
                try {
                    hidden.add(hide(changes.get(i), now));
                } catch (AwsError e) {
                    errors[i] = e;
                }
            }
            return hidden;
        });
        if (!changed.isEmpty()) {
            core.store.received(changed);
        }
        return Arrays.asList(errors);
    }

    private Picked hide(VisibilityChange change, long now) throws AwsError {
        ReceiptHandle handle = ReceiptHandle.parse(change.receiptHandle(), core.meta().salt());
        Message message = core.backlog.index.get(handle.number());
        if (message == null) {
            throw Errors.noSuchMessage(change.receiptHandle());
        }
        if (message.state != State.IN_FLIGHT || message.receives() != handle.count()) {
            throw Errors.notInFlight();
        }
        long until = now + change.seconds() * QueueCore.MILLIS;
        long most = core.limits.visibilityTotal.getAsLong();
        if (until > message.receipt.last + most * QueueCore.MILLIS) {
            throw Errors.visibilityTotal(change.seconds(), most);
        }
        message.receipt.changed = true;
        core.backlog.hide(message, until);
        return Picked.of(message);
    }

    private void countCall() throws AwsError {
        if (rate != null) {
            rate.delete();
        }
    }
}
