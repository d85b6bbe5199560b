package org.aforo.service.queues.internal;

import org.aforo.api.endpoint.AwsApi;
import org.aforo.service.queues.internal.op.AddPermission;
import org.aforo.service.queues.internal.op.CancelMessageMoveTask;
import org.aforo.service.queues.internal.op.ChangeMessageVisibility;
import org.aforo.service.queues.internal.op.ChangeMessageVisibilityBatch;
import org.aforo.service.queues.internal.op.CreateQueue;
import org.aforo.service.queues.internal.op.DeleteMessage;
import org.aforo.service.queues.internal.op.DeleteMessageBatch;
import org.aforo.service.queues.internal.op.DeleteQueue;
import org.aforo.service.queues.internal.op.Entries;
import org.aforo.service.queues.internal.op.GetQueueAttributes;
import org.aforo.service.queues.internal.op.GetQueueUrl;
import org.aforo.service.queues.internal.op.ListDeadLetterSourceQueues;
import org.aforo.service.queues.internal.op.ListMessageMoveTasks;
import org.aforo.service.queues.internal.op.ListQueueTags;
import org.aforo.service.queues.internal.op.ListQueues;
import org.aforo.service.queues.internal.op.PurgeQueue;
import org.aforo.service.queues.internal.op.ReceiveMessage;
import org.aforo.service.queues.internal.op.RemovePermission;
import org.aforo.service.queues.internal.op.SendMessage;
import org.aforo.service.queues.internal.op.SendMessageBatch;
import org.aforo.service.queues.internal.op.SetQueueAttributes;
import org.aforo.service.queues.internal.op.StartMessageMoveTask;
import org.aforo.service.queues.internal.op.TagQueue;
import org.aforo.service.queues.internal.op.UntagQueue;

/** The operations of SQS, bound to queues. */
final class QueuesApi {

    private static final String MODEL = "/model/sqs-2012-11-05-model.json";
    private static final String ADDITIONS = "/model/sqs-additions.json";

    private final Queues queues;
    private final AwsApi.Builder api = AwsApi.of(QueuesApi.class.getResource(MODEL))
            .additions(QueuesApi.class.getResource(ADDITIONS));

    private QueuesApi(Queues queues) {
        this.queues = queues;
    }

    static AwsApi of(Queues queues) {
        QueuesApi made = new QueuesApi(queues);
        made.addQueues();
        made.addSettings();
        made.addMessages();
        made.addMoves();
        return made.api.build();
    }

    private void addQueues() {
        api.operation("CreateQueue", CreateQueue.Input.class, CreateQueue.Output.class,
                CreateQueue.Input::resource, new CreateQueue(queues)::handle)
                .operation("DeleteQueue", DeleteQueue.Input.class, Void.class,
                        DeleteQueue.Input::resource, new DeleteQueue(queues)::handle)
                .operation("GetQueueUrl", GetQueueUrl.Input.class, GetQueueUrl.Output.class,
                        GetQueueUrl.Input::resource, new GetQueueUrl(queues)::handle)
                .operation("ListQueues", ListQueues.Input.class, ListQueues.Output.class,
                        new ListQueues(queues)::handle)
                .operation("PurgeQueue", PurgeQueue.Input.class, Void.class,
                        PurgeQueue.Input::resource, new PurgeQueue(queues)::handle)
                .operation("ListDeadLetterSourceQueues", ListDeadLetterSourceQueues.Input.class,
                        ListDeadLetterSourceQueues.Output.class, ListDeadLetterSourceQueues.Input::resource,
                        new ListDeadLetterSourceQueues(queues)::handle);
    }

    private void addSettings() {
        api.operation("GetQueueAttributes", GetQueueAttributes.Input.class, GetQueueAttributes.Output.class,
                GetQueueAttributes.Input::resource, new GetQueueAttributes(queues)::handle)
                .operation("SetQueueAttributes", SetQueueAttributes.Input.class, Void.class,
                        SetQueueAttributes.Input::resource, new SetQueueAttributes(queues)::handle)
                .operation("TagQueue", TagQueue.Input.class, Void.class,
                        TagQueue.Input::resource, new TagQueue(queues)::handle)
                .operation("UntagQueue", UntagQueue.Input.class, Void.class,
                        UntagQueue.Input::resource, new UntagQueue(queues)::handle)
                .operation("ListQueueTags", ListQueueTags.Input.class, ListQueueTags.Output.class,
                        ListQueueTags.Input::resource, new ListQueueTags(queues)::handle)
                .operation("AddPermission", AddPermission.Input.class, Void.class,
                        AddPermission.Input::resource, new AddPermission(queues)::handle)
                .operation("RemovePermission", RemovePermission.Input.class, Void.class,
                        RemovePermission.Input::resource, new RemovePermission(queues)::handle);
    }

    private void addMessages() {
        api.operation("SendMessage", SendMessage.Input.class, SendMessage.Output.class,
                SendMessage.Input::resource, new SendMessage(queues)::handle)
                .operation("SendMessageBatch", SendMessageBatch.Input.class, SendMessageBatch.Output.class,
                        SendMessageBatch.Input::resource, new SendMessageBatch(queues)::handle)
                .operation("ReceiveMessage", ReceiveMessage.Input.class, ReceiveMessage.Output.class,
                        ReceiveMessage.Input::resource, new ReceiveMessage(queues)::handle)
                .operation("DeleteMessage", DeleteMessage.Input.class, Void.class,
                        DeleteMessage.Input::resource, new DeleteMessage(queues)::handle)
                .operation("DeleteMessageBatch", DeleteMessageBatch.Input.class, Entries.Output.class,
                        DeleteMessageBatch.Input::resource, new DeleteMessageBatch(queues)::handle)
                .operation("ChangeMessageVisibility", ChangeMessageVisibility.Input.class, Void.class,
                        ChangeMessageVisibility.Input::resource, new ChangeMessageVisibility(queues)::handle)
                .operation("ChangeMessageVisibilityBatch", ChangeMessageVisibilityBatch.Input.class,
                        Entries.Output.class, ChangeMessageVisibilityBatch.Input::resource,
                        new ChangeMessageVisibilityBatch(queues)::handle);
    }

    private void addMoves() {
        api.operation("StartMessageMoveTask", StartMessageMoveTask.Input.class, StartMessageMoveTask.Output.class,
                StartMessageMoveTask.Input::resource, new StartMessageMoveTask(queues)::handle)
                .operation("CancelMessageMoveTask", CancelMessageMoveTask.Input.class,
                        CancelMessageMoveTask.Output.class, new CancelMessageMoveTask(queues)::handle)
                .operation("ListMessageMoveTasks", ListMessageMoveTasks.Input.class, ListMessageMoveTasks.Output.class,
                        ListMessageMoveTasks.Input::resource, new ListMessageMoveTasks(queues)::handle);
    }
}
