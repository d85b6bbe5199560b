package org.aforo.api;

/**
 * Who a service is.
 *
 * @param id          as in its ARNs and the signature's scope: {@code kinesis}, {@code firehose}, {@code s3}
 * @param title       for people: {@code Kinesis Data Streams}
 * @param description one sentence
 */
public record ServiceDescriptor(String id, String title, String description) {
}
