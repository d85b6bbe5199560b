package org.aforo.service.queues.internal.messages;

import java.math.BigDecimal;

/**
 * How large, how small and how precise an attribute's number may be.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">
 *      Message metadata</a>
 */
final class Numbers {

    private static final int DIGITS = 38;
    private static final BigDecimal GREATEST = new BigDecimal("1e126");
    private static final BigDecimal LEAST = new BigDecimal("1e-128");
    /** No number that is longer can be good, and it would take long to read; but for zeroes at its ends. */
    private static final int LONGEST = 1_000;

    private Numbers() {
    }

    /** @param numeral a decimal number, maybe with an exponent */
    static boolean areInRange(String numeral) {
        if (numeral.length() > LONGEST) {
            return false;
        }
        BigDecimal number = new BigDecimal(numeral).abs().stripTrailingZeros();
        return number.signum() == 0 || number.precision() <= DIGITS && number.compareTo(GREATEST) <= 0
                && number.compareTo(LEAST) >= 0;
    }
}
