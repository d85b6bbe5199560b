#!/usr/bin/env python3
"""Sends random stock quotes to a Kinesis stream or a Firehose delivery stream with boto3.

    ticker_producer.py --stream cotizaciones --count 1000
    ticker_producer.py --delivery-stream kinesis1 --rate 200 --count 0   # until interrupted

The quotes have the shape of the AWS console's demo data. Records that AWS (or Aforo) refuses are
sent again, as a real producer must. With --sent FILE every accepted record is written there, one a line.
"""
import argparse
import json
import random
import sys
import time

SECTORS = {
    "HEALTHCARE": ["QXZ", "HJV", "PPL", "NFS"],
    "TECHNOLOGY": ["AAPL", "AMZN", "MSFT", "WMT"],
    "ENERGY": ["TGT", "ALY", "BAC"],
    "FINANCIAL": ["SAC", "VVY", "JYB"],
    "AUTOMOBILE": ["TBV", "IOP"],
}
BATCH = 100


def quotes(rng):
    """An endless random walk of prices, one quote at a time."""
    tickers = [(ticker, sector) for sector, names in SECTORS.items() for ticker in names]
    prices = {ticker: round(rng.uniform(20, 200), 2) for ticker, _ in tickers}
    while True:
        ticker, sector = rng.choice(tickers)
        change = round(rng.gauss(0, 0.5), 2)
        prices[ticker] = round(max(1.0, prices[ticker] + change), 2)
        yield {"TICKER_SYMBOL": ticker, "SECTOR": sector, "CHANGE": change, "PRICE": prices[ticker]}


class StreamTarget:
    """Puts batches into a Kinesis stream, one partition key a ticker."""

    def __init__(self, client, name):
        self.client, self.name = client, name

    def put(self, batch):
        answer = self.client.put_records(
            StreamName=self.name,
            Records=[{"Data": data, "PartitionKey": key} for key, data in batch])
        return [entry.get("ErrorCode") for entry in answer["Records"]]


class DeliveryTarget:
    """Puts batches into a Firehose delivery stream."""

    def __init__(self, client, name):
        self.client, self.name = client, name

    def put(self, batch):
        answer = self.client.put_record_batch(
            DeliveryStreamName=self.name, Records=[{"Data": data} for _, data in batch])
        return [entry.get("ErrorCode") for entry in answer["RequestResponses"]]


def send_all(target, batch, accepted):
    """Sends a batch, and what was refused again, until all of it is taken."""
    wait = 0.05
    while batch:
        errors = target.put(batch)
        accepted.extend(data for (_, data), error in zip(batch, errors) if not error)
        batch = [record for record, error in zip(batch, errors) if error]
        if batch:
            time.sleep(wait)
            wait = min(wait * 2, 2.0)


def connect(args):
    try:
        import boto3
    except ImportError:
        sys.exit("ticker_producer: boto3 is missing; mend it with: pip install boto3 (or apt-get install python3-boto3)")
    service = "kinesis" if args.stream else "firehose"
    client = boto3.client(service, endpoint_url=args.endpoint, region_name=args.region,
                          aws_access_key_id="test", aws_secret_access_key="test")
    return StreamTarget(client, args.stream) if args.stream else DeliveryTarget(client, args.delivery_stream)


def main():
    parser = argparse.ArgumentParser(description="Sends random stock quotes over the AWS wire protocols.")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--stream", help="Kinesis stream to put records into")
    where.add_argument("--delivery-stream", help="Firehose delivery stream to put records into")
    parser.add_argument("--endpoint", default="http://127.0.0.1:4566")
    parser.add_argument("--region", default="us-east-1")
    parser.add_argument("--count", type=int, default=1000, help="records to send; 0 for no end (default 1000)")
    parser.add_argument("--rate", type=float, default=0, help="records a second; 0 for as fast as it goes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sent", help="file to write every accepted record to")
    args = parser.parse_args()

    target, source = connect(args), quotes(random.Random(args.seed))
    out = open(args.sent, "wb") if args.sent else None
    sent, begun = 0, time.monotonic()
    try:
        while args.count == 0 or sent < args.count:
            size = BATCH if args.count == 0 else min(BATCH, args.count - sent)
            batch = []
            for _ in range(size):
                quote = next(source)
                batch.append((quote["TICKER_SYMBOL"], (json.dumps(quote) + "\n").encode()))
            accepted = []
            send_all(target, batch, accepted)
            if out:
                out.writelines(accepted)
                out.flush()
            sent += size
            if args.rate:
                time.sleep(max(0.0, begun + sent / args.rate - time.monotonic()))
    except KeyboardInterrupt:
        pass
    finally:
        if out:
            out.close()
    print(f"sent {sent} records in {time.monotonic() - begun:.1f} s")


if __name__ == "__main__":
    main()
