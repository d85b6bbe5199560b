package org.aforo.service.queues.internal;

import org.aforo.api.Arn;

/** A queue's full name. Names are unique within an account and a region. */
public record QueueName(String account, String region, String name) implements Comparable<QueueName> {

    private static final String SERVICE = "sqs";
    private static final String FIFO = ".fifo";

    /** The queue that an ARN names; null when it isn't a queue's. */
    public static QueueName of(Arn arn) {
        return arn.service().equals(SERVICE) ? new QueueName(arn.account(), arn.region(), arn.resource()) : null;
    }

    public Arn arn() {
        return Arn.of(SERVICE, region, account, name);
    }

    /** Whether it can name a FIFO queue only. */
    public boolean fifo() {
        return name.endsWith(FIFO);
    }

    /** The folder of its logs. */
    String logs() {
        return SERVICE + '/' + account + '/' + region + '/' + name;
    }

    @Override
    public int compareTo(QueueName other) {
        int order = account.compareTo(other.account);
        if (order == 0) {
            order = region.compareTo(other.region);
        }
        return order != 0 ? order : name.compareTo(other.name);
    }
}
