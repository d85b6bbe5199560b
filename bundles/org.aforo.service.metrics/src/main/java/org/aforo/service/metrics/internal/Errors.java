package org.aforo.service.metrics.internal;

import org.aforo.api.endpoint.AwsError;

/** CloudWatch's errors, by the names of its model's shapes. */
public final class Errors {

    private Errors() {
    }

    public static AwsError value(String message) {
        return AwsError.client("InvalidParameterValueException", message);
    }

    public static AwsError combination(String message) {
        return AwsError.client("InvalidParameterCombinationException", message);
    }

    public static AwsError missing(String message) {
        return AwsError.client("MissingRequiredParameterException", message);
    }

    /** What GetMetricData says of a query that is wrong in any way. */
    public static AwsError validation(String message) {
        return AwsError.client("ValidationError", message);
    }

    public static String exclusive(String one, String other) {
        return "The parameters " + one + " and " + other
                + " are mutually exclusive and you have specified both.";
    }
}
