"""Uses Kinesis, Firehose and S3 with boto3 as it is configured by default; any deviation is an exception."""
import io
import os
import time
import urllib.request

import boto3
from botocore.exceptions import ClientError


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        return error
    raise AssertionError(f"no {code}")


def s3():
    client = boto3.client("s3")
    client.create_bucket(Bucket="boto")
    put = client.put_object(Bucket="boto", Key="a/ñ.txt", Body=b"123456789", Metadata={"k": "v"})
    assert put["ChecksumCRC32"] == "y/Q5Jg==", put
    got = client.get_object(Bucket="boto", Key="a/ñ.txt")
    assert got["Body"].read() == b"123456789" and got["Metadata"] == {"k": "v"}
    assert got["ChecksumCRC32"] == "y/Q5Jg==", got
    big = os.urandom(20 << 20)
    client.upload_fileobj(io.BytesIO(big), "boto", "big")
    back = io.BytesIO()
    client.download_fileobj("boto", "big", back)
    assert back.getvalue() == big
    assert client.head_object(Bucket="boto", Key="big")["ETag"].endswith('-3"')
    assert client.get_object(Bucket="boto", Key="big", Range="bytes=5-9")["Body"].read() == big[5:10]
    for i in range(5):
        client.put_object(Bucket="boto", Key=f"p/{i}", Body=io.BytesIO(b"x"))
    pages = client.get_paginator("list_objects_v2").paginate(Bucket="boto", Prefix="p/", PaginationConfig={"PageSize": 2})
    keys = [o["Key"] for page in pages for o in page["Contents"]]
    assert keys == [f"p/{i}" for i in range(5)], keys
    deleted = client.delete_objects(Bucket="boto", Delete={"Objects": [{"Key": k} for k in keys]})
    assert len(deleted["Deleted"]) == 5, deleted
    url = client.generate_presigned_url("get_object", Params={"Bucket": "boto", "Key": "a/ñ.txt"})
    assert urllib.request.urlopen(url).read() == b"123456789"
    post = client.put_object(Bucket="boto", Key="sha", Body=b"x", ChecksumAlgorithm="SHA256")
    assert post["ChecksumSHA256"] == "LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=", post
    refused("NoSuchKey", client.get_object, Bucket="boto", Key="none")
    refused("404", client.head_object, Bucket="boto", Key="none")
    refused("NoSuchBucket", client.list_objects_v2, Bucket="nowhere")
    refused("PreconditionFailed", client.put_object, Bucket="boto", Key="sha", Body=b"y", IfNoneMatch="*")


def kinesis():
    client = boto3.client("kinesis")
    client.create_stream(StreamName="boto", ShardCount=1)
    client.get_waiter("stream_exists").wait(StreamName="boto", WaiterConfig={"Delay": 1})
    sent = [os.urandom(i) for i in range(1, 500)]
    answer = client.put_records(StreamName="boto", Records=[{"Data": d, "PartitionKey": "k"} for d in sent])
    assert answer["FailedRecordCount"] == 0
    iterator = client.get_shard_iterator(StreamName="boto", ShardId="shardId-000000000000",
                                         ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    read = client.get_records(ShardIterator=iterator)
    assert [r["Data"] for r in read["Records"]] == sent
    assert read["Records"][0]["ApproximateArrivalTimestamp"].tzinfo is not None
    refused("ResourceNotFoundException", client.describe_stream, StreamName="nowhere")
    assert client.exceptions.ResourceInUseException is type(
        refused("ResourceInUseException", client.create_stream, StreamName="boto", ShardCount=1))


def firehose():
    client = boto3.client("firehose")
    client.create_delivery_stream(DeliveryStreamName="boto", ExtendedS3DestinationConfiguration={
        "RoleARN": "arn:aws:iam::000000000000:role/Lab", "BucketARN": "arn:aws:s3:::boto", "Prefix": "f/",
        "BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": 60}, "CompressionFormat": "UNCOMPRESSED"})
    while client.describe_delivery_stream(DeliveryStreamName="boto")["DeliveryStreamDescription"][
            "DeliveryStreamStatus"] != "ACTIVE":
        time.sleep(0.05)
    answer = client.put_record_batch(DeliveryStreamName="boto", Records=[{"Data": b"%d\n" % i} for i in range(100)])
    assert answer["FailedPutCount"] == 0, answer
    store = boto3.client("s3")
    deadline = time.monotonic() + 20
    while not store.list_objects_v2(Bucket="boto", Prefix="f/")["KeyCount"]:
        assert time.monotonic() < deadline, "nothing landed"
        time.sleep(0.1)
    key = store.list_objects_v2(Bucket="boto", Prefix="f/")["Contents"][0]["Key"]
    assert store.get_object(Bucket="boto", Key=key)["Body"].read() == b"".join(b"%d\n" % i for i in range(100))


s3()
kinesis()
firehose()
print("all as it should be")
