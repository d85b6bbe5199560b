package org.aforo.scenario.internal.produce;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Random stock quotes without end, in the shape of the demo data of the AWS console:
 * {@code {"TICKER_SYMBOL":"QXZ","SECTOR":"HEALTHCARE","CHANGE":-0.05,"PRICE":84.51}}. Prices walk.
 */
public final class Ticker implements Iterator<Item> {

    private static final String[][] SECTORS = {{"HEALTHCARE", "QXZ", "HJV", "PPL", "NFS", "DFT"},
            {"TECHNOLOGY", "AAPL", "AMZN", "MSFT", "WSB", "CRM"}, {"ENERGY", "TGT", "ALY", "BAC", "SLW"},
            {"FINANCIAL", "SAC", "VVY", "JYB", "ASD"}, {"AUTOMOBILE", "TBV", "IOP", "QWE"},
            {"RETAIL", "RFV", "WMT", "UIO"}};

    private final SplittableRandom random;
    private final String[] symbols;
    private final String[] sectors;
    private final long[] cents;

    public Ticker(long seed) {
        random = new SplittableRandom(seed);
        int count = 0;
        for (String[] sector : SECTORS) {
            count += sector.length - 1;
        }
        symbols = new String[count];
        sectors = new String[count];
        cents = new long[count];
        int i = 0;
        for (String[] sector : SECTORS) {
            for (int s = 1; s < sector.length; s++, i++) {
                symbols[i] = sector[s];
                sectors[i] = sector[0];
                cents[i] = random.nextLong(500, 20_000);
            }
        }
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Item next() {
        int i = random.nextInt(symbols.length);
        long change = Math.max(random.nextLong(-150, 151), 100 - cents[i]);
        cents[i] += change;
        String quote = "{\"TICKER_SYMBOL\":\"" + symbols[i] + "\",\"SECTOR\":\"" + sectors[i] + "\",\"CHANGE\":"
                + money(change) + ",\"PRICE\":" + money(cents[i]) + "}";
        return new Item(symbols[i], quote.getBytes(StandardCharsets.US_ASCII));
    }

    private static String money(long cents) {
        return String.format(Locale.ROOT, "%s%d.%02d", cents < 0 ? "-" : "", Math.abs(cents) / 100,
                Math.abs(cents) % 100);
    }
}
