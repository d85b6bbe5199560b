package org.aforo.scenario.internal.expect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.scenario.Scenario.Expectation.Delivered;
import org.aforo.scenario.internal.produce.Producer;
import org.aforo.scenario.internal.record.Fingerprint;
import org.aforo.scenario.internal.wire.S3Reader;

/** Whether every accepted record is in the bucket: once, unchanged, in the folder of its object's hour. */
final class DeliveredCheck {

    /** {@code YYYY/MM/dd/HH/NAME-version-yyyy-MM-dd-HH-mm-ss-uuid}, as Firehose names objects by default. */
    private static final Pattern DATED = Pattern.compile(
            "(\\d{4})/(\\d\\d)/(\\d\\d)/(\\d\\d)/[^/]*-\\d+-(\\d{4})-(\\d\\d)-(\\d\\d)-(\\d\\d)-\\d\\d-\\d\\d-[0-9a-f-]{36}[^/]*");
    private static final int SHOWN = 120;

    private final S3Reader store;
    private final Delivered expected;
    private final Map<Fingerprint, Integer> open = new HashMap<>();
    private long sent;
    private long found;
    private String firstWrong = "";

    DeliveredCheck(S3Reader store, Delivered expected, List<Producer> producers) {
        this.store = store;
        this.expected = expected;
        for (Producer producer : producers) {
            sent += producer.sent().records();
            producer.sent().read((print, key, place) -> open.merge(print, 1, Integer::sum));
        }
    }

    /** What is wrong, or empty. */
    String problem() throws IOException, InterruptedException {
        List<String> keys = store.list(expected.bucket(), expected.prefix());
        for (String key : keys) {
            if (!inItsFolder(key)) {
                return "object " + key + " is not in the folder of its hour";
            }
            try (InputStream in = store.read(expected.bucket(), key)) {
                Records.forEach(in, record -> match(record, key));
            }
        }
        long missing = open.values().stream().mapToLong(Integer::longValue).sum();
        if (!firstWrong.isEmpty()) {
            return firstWrong;
        }
        return missing > 0 ? "%,d of %,d accepted records are missing from %d objects".formatted(missing, sent,
                keys.size())
                : sent == 0 ? "no records were sent, so nothing is shown" : "";
    }

    String detail() {
        return "%,d records sent, %,d found".formatted(sent, found);
    }

    private boolean inItsFolder(String key) {
        Matcher matcher = DATED.matcher(key.substring(expected.prefix().length()));
        if (!matcher.matches()) {
            return false;
        }
        for (int part = 1; part <= 4; part++) {
            if (!matcher.group(part).equals(matcher.group(part + 4))) {
                return false;
            }
        }
        return true;
    }

    private void match(byte[] record, String key) {
        found++;
        Fingerprint print = Fingerprint.of(record);
        Integer left = open.get(print);
        if (left == null) {
            if (firstWrong.isEmpty()) {
                firstWrong = "a record in " + key + " was not sent so often, or not so: "
                        + new String(record, 0, Math.min(SHOWN, record.length), StandardCharsets.UTF_8);
            }
        } else if (left == 1) {
            open.remove(print);
        } else {
            open.put(print, left - 1);
        }
    }
}
