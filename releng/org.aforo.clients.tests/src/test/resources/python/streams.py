"""Reshards a Kinesis stream, changes it, and subscribes to it, with boto3; any deviation is an exception."""
import time

import boto3
from botocore.exceptions import ClientError

STREAM = "boto"
HALF = str(2 ** 127)
client = boto3.client("kinesis")


def summary():
    return client.describe_stream_summary(StreamName=STREAM)["StreamDescriptionSummary"]


def until(what, condition):
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.02)


def active():
    until("active", lambda: summary()["StreamStatus"] == "ACTIVE")


def open_shards():
    return client.list_shards(StreamName=STREAM, ShardFilter={"Type": "AT_LATEST"})["Shards"]


def changes():
    client.increase_stream_retention_period(StreamName=STREAM, RetentionPeriodHours=8760)
    active()
    assert summary()["RetentionPeriodHours"] == 8760
    client.decrease_stream_retention_period(StreamName=STREAM, RetentionPeriodHours=24)
    active()
    client.start_stream_encryption(StreamName=STREAM, EncryptionType="KMS", KeyId="alias/aws/kinesis")
    active()
    put = client.put_record(StreamName=STREAM, PartitionKey="k", Data=b"secret")
    assert put["EncryptionType"] == "KMS", put
    client.tag_resource(ResourceARN=summary()["StreamARN"], Tags={"a": "ñ"})
    assert client.list_tags_for_resource(ResourceARN=summary()["StreamARN"])["Tags"] == [{"Key": "a", "Value": "ñ"}]
    client.update_max_record_size(StreamARN=summary()["StreamARN"], MaxRecordSizeInKiB=2048)
    active()
    assert summary()["MaxRecordSizeInKiB"] == 2048


def resharding():
    client.split_shard(StreamName=STREAM, ShardToSplit="shardId-000000000000", NewStartingHashKey=HALF)
    active()
    try:
        client.split_shard(StreamName=STREAM, ShardToSplit="shardId-000000000000", NewStartingHashKey="7")
        raise AssertionError("split twice")
    except client.exceptions.InvalidArgumentException:
        pass
    halves = open_shards()
    assert [s["ParentShardId"] for s in halves] == ["shardId-000000000000"] * 2, halves
    assert halves[1]["HashKeyRange"]["StartingHashKey"] == HALF, halves
    client.merge_shards(StreamName=STREAM, ShardToMerge=halves[0]["ShardId"], AdjacentShardToMerge=halves[1]["ShardId"])
    active()
    assert len(open_shards()) == 1
    answer = client.update_shard_count(StreamName=STREAM, TargetShardCount=2, ScalingType="UNIFORM_SCALING")
    assert (answer["CurrentShardCount"], answer["TargetShardCount"]) == (1, 2), answer
    active()
    assert len(open_shards()) == 2


def subscribing():
    consumer = client.register_stream_consumer(StreamARN=summary()["StreamARN"], ConsumerName="c")["Consumer"]
    arn = consumer["ConsumerARN"]
    until("consumer", lambda: client.describe_stream_consumer(ConsumerARN=arn)["ConsumerDescription"][
        "ConsumerStatus"] == "ACTIVE")
    shard = open_shards()[0]["ShardId"]
    sent = [b"%d" % i for i in range(300)]
    put = client.put_records(StreamName=STREAM, Records=[
        {"Data": d, "PartitionKey": "k", "ExplicitHashKey": "0"} for d in sent])
    assert put["FailedRecordCount"] == 0, put

    answer = client.subscribe_to_shard(ConsumerARN=arn, ShardId=shard, StartingPosition={"Type": "TRIM_HORIZON"})
    events = [event["SubscribeToShardEvent"] for event in answer["EventStream"]]  # five minutes: five seconds here
    assert [r["Data"] for e in events for r in e["Records"]] == sent
    assert all(e["ContinuationSequenceNumber"] for e in events)
    assert any(e["Records"] == [] and e["MillisBehindLatest"] == 0 for e in events)
    try:
        client.subscribe_to_shard(ConsumerARN=arn, ShardId="shardId-000000000099", StartingPosition={"Type": "LATEST"})
        raise AssertionError("subscribed to nothing")
    except ClientError as error:
        assert error.response["Error"]["Code"] == "ResourceNotFoundException", error.response


client.create_stream(StreamName=STREAM, ShardCount=1)
active()
changes()
resharding()
subscribing()
print("all as it should be")
