package org.aforo.api.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Calls any operation of any plugged-in AWS API by name, without the wire: for scenarios, consoles and
 * wizards. The input passes the same validation, faults and handlers as a request does. An OSGi service.
 */
@ProviderType
public interface ApiCaller {

    /** Service ids and the operations each answers. */
    Map<String, Set<String>> operations();

    /**
     * @param service   id, as in {@link org.aforo.api.ServiceDescriptor}
     * @param operation name in the model
     * @param input     by the model's member names, as in the AWS CLI's {@code --cli-input-json}
     * @return the output in the same form
     */
    Map<String, Object> call(String service, String operation, Map<String, Object> input, Call call)
            throws AwsError, InterruptedException;

    /**
     * What an operation takes and gives.
     *
     * @throws AwsError {@code UnknownOperationException} when there is no such service or operation
     */
    Description describe(String service, String operation) throws AwsError;

    /**
     * Checks an input as a call would, and does nothing.
     *
     * @return nothing when it is good
     * @throws AwsError {@code UnknownOperationException} when there is no such service or operation
     */
    Optional<Invalid> validate(String service, String operation, Map<String, Object> input) throws AwsError;

    /**
     * What an operation takes and gives.
     *
     * @param documentation plain text of the model, or empty
     * @param input         a JSON Schema (2020-12) as maps, lists and plain values
     * @param output        the same of what is answered
     * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema</a>
     */
    record Description(String documentation, Map<String, Object> input, Map<String, Object> output) {
    }

    /**
     * Why an input isn't good.
     *
     * @param error      what a caller would be told, in AWS's words
     * @param violations the model's constraints that aren't met; empty when the input can't be read at all
     */
    record Invalid(AwsError error, List<Violation> violations) {
    }

    /**
     * @param member  path within the input as AWS writes it: {@code records.1.member.data}
     * @param message AWS's words
     */
    record Violation(String member, String message) {
    }
}
