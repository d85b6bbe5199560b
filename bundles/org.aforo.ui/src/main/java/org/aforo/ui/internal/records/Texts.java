package org.aforo.ui.internal.records;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.aforo.ui.internal.resources.Figures;
import org.eclipse.osgi.util.NLS;

/** Records as text to be copied, and what is said of them. */
final class Texts {

    private Texts() {
    }

    static String plain(List<PeekedRecord> records) {
        return join(records, one -> Decoded.of(one.data(), one.truncated()).text());
    }

    /** What is JSON indented, the rest as it is. */
    static String json(List<PeekedRecord> records) {
        return join(records, one -> {
            String text = Decoded.of(one.data(), one.truncated()).text();
            return JsonText.of(text).map(JsonText::pretty).orElse(text);
        });
    }

    static String hex(List<PeekedRecord> records) {
        return join(records, one -> HexFormat.of().formatHex(one.data()));
    }

    static String base64(List<PeekedRecord> records) {
        return join(records, one -> Base64.getEncoder().encodeToString(one.data()));
    }

    private static String join(List<PeekedRecord> records, Function<PeekedRecord, String> text) {
        return records.stream().map(text).collect(Collectors.joining("\n"));
    }

    static String parts(int count) {
        return NLS.bind(Messages.partsPrefix, count);
    }

    /** Size, encoding and what is missing, on one line. */
    static String summary(PeekedRecord one) {
        Decoded decoded = Decoded.of(one.data(), one.truncated());
        String text = NLS.bind(Messages.summary, Figures.bytes(one.size()),
                decoded.binary() ? Messages.binary : decoded.charset().displayName());
        if (decoded.gzip()) {
            text += Messages.gzip;
        }
        if (one.truncated()) {
            text += NLS.bind(Messages.truncated, Figures.bytes(one.data().length));
        }
        return text;
    }
}
