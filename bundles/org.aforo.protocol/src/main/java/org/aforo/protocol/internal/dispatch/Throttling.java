package org.aforo.protocol.internal.dispatch;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.Shape;

/** A service's own throttling error, which its model tells by its name. */
final class Throttling {

    private static final List<String> NAMES = List.of("ProvisionedThroughputExceededException", "ThrottlingException",
            "ThrottledException", "ThrottlingFault", "RequestThrottled", "RequestThrottledException",
            "TooManyRequestsException", "SlowDown", "ServiceUnavailableException", "LimitExceededException");

    private Throttling() {
    }

    static AwsError error(ServiceModel model, Operation operation) {
        for (String name : NAMES) {
            for (Shape error : operation.errors()) {
                if (error.name().equals(name)) {
                    int status = name.startsWith("ServiceUnavailable") ? 503 : error.traits().error().status();
                    return new AwsError(name, status, status == 503 ? "Slow down." : "Rate exceeded");
                }
            }
        }
        return switch (model.protocol()) {
            case "rest-xml" -> new AwsError("SlowDown", 503, "Please reduce your request rate.");
            case "query" -> AwsError.client("Throttling", "Rate exceeded");
            default -> AwsError.client("ThrottlingException", "Rate exceeded");
        };
    }
}
