package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.aforo.protocol.WireResponse;
import org.aforo.testkit.TestRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Topics as clients see them: forms in, XML out. */
class WireTest {

    private final Sns sns = new Sns();

    @AfterEach
    void close() {
        sns.close();
    }

    private WireResponse send(String form) {
        return sns.bench.wire(TestRequest.of("POST", "/").header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260131/us-east-1/sns/aws4_request, "
                        + "SignedHeaders=host, Signature=00")
                .body(form + "&Version=2010-03-31"));
    }

    private String text(String form) {
        return TestRequest.text(send(form)).replace("&#39;", "'");
    }

    @Test
    void listsAndMapsAreRead() {
        String made = text("Action=CreateTopic&Name=t&Attributes.entry.1.key=DisplayName&Attributes.entry.1.value=News"
                + "&Tags.member.1.Key=a&Tags.member.1.Value=1");
        String told = text("Action=GetTopicAttributes&TopicArn=arn:aws:sns:us-east-1:000000000000:t");

        assertThat(made).contains("<CreateTopicResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">",
                "<CreateTopicResult><TopicArn>arn:aws:sns:us-east-1:000000000000:t</TopicArn></CreateTopicResult>");
        assertThat(told).contains("<entry><key>DisplayName</key><value>News</value></entry>");
        assertThat(text("Action=ListTagsForResource&ResourceArn=arn:aws:sns:us-east-1:000000000000:t"))
                .contains("<Tags><member><Key>a</Key><Value>1</Value></member></Tags>");
    }

    @Test
    void messageAttributesAreRead() {
        String topic = sns.topic("t");
        sns.queue(topic, "q", Map.of("RawMessageDelivery", "true"));

        WireResponse answer = send("Action=Publish&TopicArn=" + topic + "&Message=m"
                + "&MessageAttributes.entry.1.Name=k&MessageAttributes.entry.1.Value.DataType=String"
                + "&MessageAttributes.entry.1.Value.StringValue=v");
        sns.settle();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(TestRequest.text(answer)).contains("<PublishResult><MessageId>");
        assertThat(sns.queues.sent("q").getFirst().messageAttributes())
                .containsEntry("k", new FakeQueues.Attribute("String", "v", null));
    }

    @Test
    void errorsHaveAwsCodes() {
        WireResponse answer = send("Action=Publish&TopicArn=arn:aws:sns:us-east-1:000000000000:none&Message=m");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(TestRequest.text(answer)).contains("<Type>Sender</Type><Code>NotFound</Code>"
                + "<Message>Topic does not exist</Message>");
        assertThat(text("Action=CreateTopic&Name=a+b")).contains("<Code>InvalidParameter</Code>");
        assertThat(text("Action=Publish&TopicArn=" + sns.topic("t") + "&Message=m&MessageAttributes.entry.1.Name=.k"
                + "&MessageAttributes.entry.1.Value.DataType=String&MessageAttributes.entry.1.Value.StringValue=v"))
                .contains("<Code>ParameterValueInvalid</Code>");
    }

    @Test
    void theModelsConstraintsAreChecked() {
        assertThat(text("Action=CreateTopic")).contains("<Code>ValidationError</Code>", "1 validation error detected: "
                + "Value null at 'name' failed to satisfy constraint: Member must not be null");
        assertThat(text("Action=Subscribe&Protocol=sqs")).contains("at 'topicArn'");
        assertThat(text("Action=Publish&TopicArn=x")).contains("at 'message'");
        assertThat(text("Action=TagResource&ResourceArn=x&Tags.member.1.Key=" + "k".repeat(129)
                + "&Tags.member.1.Value=v")).contains("at 'tags.1.member.key'", "length less than or equal to 128");
        assertThat(text("Action=UntagResource&ResourceArn=x")).contains("at 'tagKeys'");
    }

    @Test
    void whatIsNotBuiltIsUnknown() {
        assertThat(text("Action=CreatePlatformApplication&Name=x&Platform=GCM")).contains("<Code>InvalidAction</Code>");
        assertThat(text("Action=GetDataProtectionPolicy&ResourceArn=x")).contains("<Code>InvalidAction</Code>");
    }
}
