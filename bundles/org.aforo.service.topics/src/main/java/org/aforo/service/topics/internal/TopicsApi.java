package org.aforo.service.topics.internal;

import org.aforo.api.endpoint.AwsApi;
import org.aforo.service.topics.internal.delivery.Outboxes;
import org.aforo.service.topics.internal.op.AddPermission;
import org.aforo.service.topics.internal.op.ConfirmSubscription;
import org.aforo.service.topics.internal.op.CreateTopic;
import org.aforo.service.topics.internal.op.DeleteTopic;
import org.aforo.service.topics.internal.op.GetSubscriptionAttributes;
import org.aforo.service.topics.internal.op.GetTopicAttributes;
import org.aforo.service.topics.internal.op.ListSubscriptions;
import org.aforo.service.topics.internal.op.ListSubscriptionsByTopic;
import org.aforo.service.topics.internal.op.ListTagsForResource;
import org.aforo.service.topics.internal.op.ListTopics;
import org.aforo.service.topics.internal.op.Publish;
import org.aforo.service.topics.internal.op.PublishBatch;
import org.aforo.service.topics.internal.op.RemovePermission;
import org.aforo.service.topics.internal.op.SetSubscriptionAttributes;
import org.aforo.service.topics.internal.op.SetTopicAttributes;
import org.aforo.service.topics.internal.op.Subscribe;
import org.aforo.service.topics.internal.op.TagResource;
import org.aforo.service.topics.internal.op.UntagResource;
import org.aforo.service.topics.internal.op.Unsubscribe;

/** The operations that are built. */
record TopicsApi(Topics topics, Outboxes outboxes) {

    private static final String MODEL = "/model/sns-2010-03-31-model.json";

    AwsApi api() {
        AwsApi.Builder api = AwsApi.of(TopicsApi.class.getResource(MODEL));
        addMessages(api);
        addTopics(api);
        addSubscriptions(api);
        addTags(api);
        return api.build();
    }

    private void addMessages(AwsApi.Builder api) {
        api.operation("Publish", Publish.Input.class, Publish.Output.class, Publish.Input::target,
                new Publish(topics, outboxes)::handle)
                .operation("PublishBatch", PublishBatch.Input.class, PublishBatch.Output.class,
                        PublishBatch.Input::topicArn, new PublishBatch(topics)::handle);
    }

    private void addTopics(AwsApi.Builder api) {
        api.operation("CreateTopic", CreateTopic.Input.class, CreateTopic.Output.class, CreateTopic.Input::name,
                new CreateTopic(topics)::handle)
                .operation("DeleteTopic", DeleteTopic.Input.class, Void.class, DeleteTopic.Input::topicArn,
                        new DeleteTopic(topics)::handle)
                .operation("ListTopics", ListTopics.Input.class, ListTopics.Output.class,
                        new ListTopics(topics)::handle)
                .operation("GetTopicAttributes", GetTopicAttributes.Input.class, GetTopicAttributes.Output.class,
                        GetTopicAttributes.Input::topicArn, new GetTopicAttributes(topics)::handle)
                .operation("SetTopicAttributes", SetTopicAttributes.Input.class, Void.class,
                        SetTopicAttributes.Input::topicArn, new SetTopicAttributes(topics)::handle)
                .operation("AddPermission", AddPermission.Input.class, Void.class, AddPermission.Input::topicArn,
                        new AddPermission(topics)::handle)
                .operation("RemovePermission", RemovePermission.Input.class, Void.class,
                        RemovePermission.Input::topicArn, new RemovePermission(topics)::handle);
    }

    private void addSubscriptions(AwsApi.Builder api) {
        api.operation("Subscribe", Subscribe.Input.class, Subscribe.Output.class, Subscribe.Input::topicArn,
                new Subscribe(topics)::handle)
                .operation("ConfirmSubscription", ConfirmSubscription.Input.class, ConfirmSubscription.Output.class,
                        ConfirmSubscription.Input::topicArn, new ConfirmSubscription(topics)::handle)
                .operation("Unsubscribe", Unsubscribe.Input.class, Void.class, Unsubscribe.Input::subscriptionArn,
                        new Unsubscribe(topics)::handle)
                .operation("ListSubscriptions", ListSubscriptions.Input.class, ListSubscriptions.Output.class,
                        new ListSubscriptions(topics)::handle)
                .operation("ListSubscriptionsByTopic", ListSubscriptionsByTopic.Input.class,
                        ListSubscriptionsByTopic.Output.class, ListSubscriptionsByTopic.Input::topicArn,
                        new ListSubscriptionsByTopic(topics)::handle)
                .operation("GetSubscriptionAttributes", GetSubscriptionAttributes.Input.class,
                        GetSubscriptionAttributes.Output.class, GetSubscriptionAttributes.Input::subscriptionArn,
                        new GetSubscriptionAttributes(topics)::handle)
                .operation("SetSubscriptionAttributes", SetSubscriptionAttributes.Input.class, Void.class,
                        SetSubscriptionAttributes.Input::subscriptionArn,
                        new SetSubscriptionAttributes(topics)::handle);
    }

    private void addTags(AwsApi.Builder api) {
        api.operation("TagResource", TagResource.Input.class, Void.class, TagResource.Input::resourceArn,
                new TagResource(topics)::handle)
                .operation("UntagResource", UntagResource.Input.class, Void.class, UntagResource.Input::resourceArn,
                        new UntagResource(topics)::handle)
                .operation("ListTagsForResource", ListTagsForResource.Input.class, ListTagsForResource.Output.class,
                        ListTagsForResource.Input::resourceArn, new ListTagsForResource(topics)::handle);
    }
}
