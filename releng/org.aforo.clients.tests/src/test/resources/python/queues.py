"""Uses SQS and SNS with boto3 as it is configured by default; any deviation is an exception."""
import json
import urllib.parse
import urllib.request
import xml.etree.ElementTree as xml
import os
import time

import boto3
from botocore.exceptions import ClientError

sqs = boto3.client("sqs")
sns = boto3.client("sns")


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        return error
    raise AssertionError(f"no {code}")


def standard():
    url = sqs.create_queue(QueueName="boto", Attributes={"VisibilityTimeout": "600"}, tags={"a": "b"})["QueueUrl"]
    assert sqs.list_queue_tags(QueueUrl=url)["Tags"] == {"a": "b"}
    sent = sqs.send_message(QueueUrl=url, MessageBody="hola ñ", MessageAttributes={
        "n": {"DataType": "Number", "StringValue": "1"}, "b": {"DataType": "Binary", "BinaryValue": b"\x00\x01"}})
    got = sqs.receive_message(QueueUrl=url, MessageAttributeNames=["All"], AttributeNames=["All"], WaitTimeSeconds=20)
    message = got["Messages"][0]
    assert message["MessageId"] == sent["MessageId"] and message["Body"] == "hola ñ", message
    assert message["MD5OfMessageAttributes"] == sent["MD5OfMessageAttributes"], message
    assert message["MessageAttributes"]["b"]["BinaryValue"] == b"\x00\x01", message
    assert "Messages" not in sqs.receive_message(QueueUrl=url)
    sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    batch = sqs.send_message_batch(QueueUrl=url, Entries=[{"Id": str(i), "MessageBody": str(i)} for i in range(10)])
    assert len(batch["Successful"]) == 10 and "Failed" not in batch, batch
    error = refused("AWS.SimpleQueueService.NonExistentQueue", sqs.get_queue_url, QueueName="none")
    assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 400
    refused("AWS.SimpleQueueService.EmptyBatchRequest", sqs.send_message_batch, QueueUrl=url, Entries=[])
    try:
        sqs.get_queue_url(QueueName="none")
    except sqs.exceptions.QueueDoesNotExist:
        pass
    return url


def query(url):
    """What clients of before 2023 send."""
    def call(**parameters):
        body = urllib.parse.urlencode(dict(parameters, Version="2012-11-05")).encode()
        request = urllib.request.Request(url, body, {"Content-Type": "application/x-www-form-urlencoded"})
        with urllib.request.urlopen(request) as answer:
            return xml.fromstring(answer.read())

    space = "{http://queue.amazonaws.com/doc/2012-11-05/}"
    sqs.purge_queue(QueueUrl=url)
    sent = call(Action="SendMessage", MessageBody="old", **{
        "MessageAttribute.1.Name": "a", "MessageAttribute.1.Value.DataType": "String",
        "MessageAttribute.1.Value.StringValue": "v"})
    got = call(Action="ReceiveMessage", MaxNumberOfMessages="10", WaitTimeSeconds="1", **{
        "AttributeName.1": "All", "MessageAttributeName.1": "All"})
    message = got.find(f"{space}ReceiveMessageResult/{space}Message")
    assert message.findtext(f"{space}Body") == "old", xml.tostring(got)
    assert message.findtext(f"{space}MessageId") == sent.findtext(f".//{space}MessageId")
    assert message.findtext(f"{space}MD5OfMessageAttributes") == sent.findtext(f".//{space}MD5OfMessageAttributes")
    assert message.findtext(f"{space}MessageAttribute/{space}Value/{space}StringValue") == "v", xml.tostring(got)
    names = [each.findtext(f"{space}Name") for each in message.findall(f"{space}Attribute")]
    assert "SentTimestamp" in names, names
    try:
        call(Action="DeleteMessage", ReceiptHandle="nonsense")
    except urllib.error.HTTPError as error:
        told = xml.fromstring(error.read())
        assert error.code == 404 or error.code == 400, error.code
        assert told.findtext(f"{space}Error/{space}Code") == "ReceiptHandleIsInvalid", xml.tostring(told)
    else:
        raise AssertionError("nonsense was taken for a receipt handle")


def arrived(url):
    """The first messages to come; a poll's 20 s of the bench's clock can be a moment here."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        got = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=20, MaxNumberOfMessages=10)
        if "Messages" in got:
            return got["Messages"]
    raise AssertionError("nothing came")


def topics():
    topic = sns.create_topic(Name="boto", Tags=[{"Key": "a", "Value": "b"}])["TopicArn"]
    url = sqs.create_queue(QueueName="boto-fan")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    subscription = sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn, ReturnSubscriptionArn=True,
                                 Attributes={"FilterPolicy": json.dumps({"k": ["x"]})})["SubscriptionArn"]
    assert sns.get_subscription_attributes(SubscriptionArn=subscription)["Attributes"]["Protocol"] == "sqs"
    sns.publish(TopicArn=topic, Message="no")
    sns.publish(TopicArn=topic, Message="sí", MessageAttributes={"k": {"DataType": "String", "StringValue": "x"}})
    got = arrived(url)
    assert [json.loads(each["Body"])["Message"] for each in got] == ["sí"], got
    refused("NotFound", sns.publish, TopicArn=topic + "x", Message="x")
    refused("InvalidParameter", sns.subscribe, TopicArn=topic, Protocol="sqs", Endpoint=arn,
            Attributes={"FilterPolicy": "{"})


query(standard())
topics()
print("all as it should be")
