package org.aforo.service.topics.internal.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.Resource;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordPeek.Peeked;
import org.aforo.api.log.RecordLog;
import org.aforo.api.meter.Meter;
import org.aforo.service.topics.internal.Json;
import org.aforo.service.topics.internal.LogPeek;

import tools.jackson.databind.JsonNode;

/**
 * The e-mails and text messages of an account in a region: nobody sends them, anybody can look at them. The newest are
 * kept. Safe for many threads.
 */
public final class Outbox implements Resource, AutoCloseable {

    /** What the resource is called in its ARN; no topic can be called so. */
    public static final String NAME = "outbox/messages";

    /** An e-mail or a text message. */
    public record Mail(String protocol, String address, String subject, String id, String topic, String text) {
    }

    private final Arn arn;
    private final RecordLog log;
    private final Bench bench;
    private final LongSupplier kept;
    private final Meter in;
    private final Meter out;

    public Outbox(Bench bench, String account, String region, LongSupplier kept) {
        this.arn = Arn.of("sns", region, account, NAME);
        this.bench = bench;
        this.kept = kept;
        this.log = bench.logs().open(logName(account, region));
        this.in = bench.meters().open(arn.toString(), "in");
        this.out = bench.meters().open(arn.toString(), "out");
    }

    /** Where an account's messages in a region are. */
    public static String logName(String account, String region) {
        return "sns/" + account + '/' + region + "/outbox.log";
    }

    /** Keeps a message. */
    public void put(Mail mail) {
        String head = "{\"protocol\":" + Json.quoted(mail.protocol()) + ",\"to\":" + Json.quoted(mail.address())
                + ",\"subject\":" + Json.quoted(mail.subject()) + ",\"id\":" + Json.quoted(mail.id()) + ",\"topic\":"
                + Json.quoted(mail.topic()) + '}';
        byte[] text = mail.text().getBytes(StandardCharsets.UTF_8);
        log.append(List.of(new RecordLog.Entry(bench.clock().millis(),
                ByteBuffer.wrap(head.getBytes(StandardCharsets.UTF_8)), ByteBuffer.wrap(text))));
        in.add(1, text.length);
        long from = log.next() - kept.getAsLong();
        if (from > log.first()) {
            log.trimTo(from);
        }
    }

    /** Looks at what is kept. */
    public RecordPeek peek() {
        return new LogPeek(log, Outbox::shown);
    }

    private static Peeked shown(RecordLog.Stored record) {
        JsonNode head = Json.read(StandardCharsets.UTF_8.decode(record.key().duplicate()).toString());
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("Protocol", head.get("protocol").stringValue());
        attributes.put("To", head.get("to").stringValue());
        attributes.put("Subject", head.get("subject").stringValue());
        attributes.put("Message id", head.get("id").stringValue());
        attributes.put("Topic", head.get("topic").stringValue());
        int length = Math.min(record.data().remaining(), RecordPeek.MAX_DATA);
        return new Peeked(Long.toString(record.offset() + 1), "", head.get("to").stringValue(),
                Instant.ofEpochMilli(record.millis()), record.data().slice(record.data().position(), length),
                record.data().remaining(), attributes);
    }

    /** Removes what is kept; how many messages that were. */
    public long empty() {
        long count = log.next() - log.first();
        log.trimTo(log.next());
        return count;
    }

    @Override
    public Arn arn() {
        return arn;
    }

    @Override
    public String kind() {
        return "outbox";
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Map<String, String> attributes() {
        return Map.of("messages", Long.toString(log.next() - log.first()));
    }

    @Override
    public Meter in() {
        return in;
    }

    @Override
    public Meter out() {
        return out;
    }

    @Override
    public void close() {
        log.close();
        in.close();
        out.close();
    }
}
