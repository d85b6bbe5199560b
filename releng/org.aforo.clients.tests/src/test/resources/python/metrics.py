"""Reads what Kinesis and SQS measure with boto3, as CloudWatch's metrics; any deviation is an exception."""
import datetime
import time

import boto3
from botocore.exceptions import ClientError

cloudwatch = boto3.client("cloudwatch")
kinesis = boto3.client("kinesis")
sqs = boto3.client("sqs")


def metric(namespace, name, **dimensions):
    return {"Namespace": namespace, "MetricName": name,
            "Dimensions": [{"Name": n, "Value": v} for n, v in dimensions.items()]}


def told(begun, wanted):
    """The sums of some metrics since then, as soon as all of them are told."""
    queries = [{"Id": f"q{i}", "MetricStat": {"Metric": m, "Period": 60, "Stat": "Sum"}}
               for i, m in enumerate(wanted)]
    for _ in range(100):
        pages = cloudwatch.get_paginator("get_metric_data").paginate(
            MetricDataQueries=queries, StartTime=begun - datetime.timedelta(minutes=5),
            EndTime=begun + datetime.timedelta(hours=2))
        sums = {}
        for page in pages:
            for result in page["MetricDataResults"]:
                sums[result["Id"]] = sums.get(result["Id"], 0) + sum(result["Values"])
        if all(sums.get(query["Id"]) for query in queries):
            return [sums[query["Id"]] for query in queries]
        time.sleep(0.1)
    raise AssertionError(f"not told: {sums}")


def streams():
    kinesis.create_stream(StreamName="boto", ShardCount=1)
    kinesis.get_waiter("stream_exists").wait(StreamName="boto", WaiterConfig={"Delay": 1})
    begun = kinesis.describe_stream_summary(StreamName="boto")["StreamDescriptionSummary"]["StreamCreationTimestamp"]
    kinesis.put_record(StreamName="boto", PartitionKey="k", Data=b"x" * 999)
    kinesis.enable_enhanced_monitoring(StreamName="boto", ShardLevelMetrics=["IncomingRecords"])
    for i in range(3):
        kinesis.put_record(StreamName="boto", PartitionKey="k", Data=b"x" * 99)
    shard = metric("AWS/Kinesis", "IncomingRecords", StreamName="boto", ShardId="shardId-000000000000")
    assert told(begun, [metric("AWS/Kinesis", "IncomingBytes", StreamName="boto"), shard]) == [1300, 3]
    names = {m["MetricName"] for page in cloudwatch.get_paginator("list_metrics").paginate(
        Namespace="AWS/Kinesis", Dimensions=[{"Name": "ShardId"}]) for m in page["Metrics"]}
    assert names == {"IncomingRecords"}, names
    return begun


def queues(begun):
    url = sqs.create_queue(QueueName="boto")["QueueUrl"]
    for i in range(4):
        sqs.send_message(QueueUrl=url, MessageBody=str(i))
    assert told(begun, [metric("AWS/SQS", "NumberOfMessagesSent", QueueName="boto")]) == [4]


def own(begun):
    cloudwatch.put_metric_data(Namespace="Lab", MetricData=[
        {"MetricName": "Load", "Value": 2.5, "Unit": "Percent", "Timestamp": begun}])
    points = cloudwatch.get_metric_statistics(
        Namespace="Lab", MetricName="Load", StartTime=begun - datetime.timedelta(minutes=5),
        EndTime=begun + datetime.timedelta(minutes=5), Period=60, Statistics=["Average"])["Datapoints"]
    assert [(p["Average"], p["Unit"]) for p in points] == [(2.5, "Percent")], points


def refused():
    try:
        cloudwatch.put_metric_data(Namespace="AWS/Own", MetricData=[{"MetricName": "m", "Value": 1}])
    except ClientError as error:
        assert error.response["Error"]["Code"] == "InvalidParameterValue", error.response
        return
    raise AssertionError("a namespace of AWS's own was taken")


begun = streams()
queues(begun)
own(begun)
refused()
print("all as it should be")
