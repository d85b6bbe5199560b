package org.aforo.service.topics.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of policies that aren't any. */
class FilterMistakesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    {"a":"x"}                                  | "a" must be an object or an array
                    {"a":[]}                                   | Empty arrays are not allowed
                    {"a":[["x"]]}                              | Match value must be String, number, true, false, or null
                    {"a":[{}]}                                 | Match expression name not found
                    {"a":[{"begins":"x"}]}                     | Unrecognized match type begins
                    {"a":[{"prefix":1}]}                       | prefix match pattern must be a string
                    {"a":[{"suffix":[]}]}                      | suffix match pattern must be a string
                    {"a":[{"equals-ignore-case":1}]}           | equals-ignore-case match pattern must be a string
                    {"a":[{"wildcard":1}]}                     | wildcard match pattern must be a string
                    {"a":[{"wildcard":"a**"}]}                 | Consecutive wildcard characters at pos 2
                    {"a":[{"wildcard":"a\\\\b"}]}              | Invalid escape character at pos 1
                    {"a":[{"prefix":"x","suffix":"y"}]}        | Only one key allowed in match expression
                    {"a":[{"exists":"yes"}]}                   | exists match pattern must be either true or false.
                    {"a":[{"cidr":1}]}                         | prefix match pattern must be a string
                    {"a":[{"cidr":"10.0.0.0"}]}                | Malformed CIDR, one '/' required
                    {"a":[{"cidr":"10.0.0.0/x"}]}              | Malformed CIDR, mask bits must be an integer
                    {"a":[{"cidr":"10.0.0.0/32"}]}             | IPv4 mask bits must be < 32
                    {"a":[{"cidr":"example.com/8"}]}           | Nonstandard IP address: example.com
                    {"a":[{"numeric":1}]}                      | Value of numeric must be an array.
                    {"a":[{"numeric":[]}]}                     | Invalid member in numeric match: ]
                    {"a":[{"numeric":[1]}]}                    | Invalid member in numeric match: 1
                    {"a":[{"numeric":["<","100"]}]}            | Value of < must be numeric
                    {"a":[{"numeric":["=","100"]}]}            | Value of equals must be numeric
                    {"a":[{"numeric":["==",1]}]}               | Unrecognized numeric range operator: ==
                    {"a":[{"numeric":["<",1,">",0]}]}          | Too many elements in numeric expression
                    {"a":[{"numeric":[">",0,1]}]}              | Bad value in numeric range: 1
                    {"a":[{"numeric":[">",0,">",1]}]}          | Bad numeric range operator: >
                    {"a":[{"numeric":[">",0,"<","1"]}]}        | Value of < must be numeric
                    {"a":[{"numeric":[">",5,"<",5]}]}          | Bottom must be less than top
                    {"a":[{"numeric":[">",0,"<",1,2]}]}        | Too many terms in numeric range expression
                    {"a":[{"numeric":["=",1000000001]}]}       | Value must be between -1.0E9 and 1.0E9, inclusive
                    {"a":[{"anything-but":true}]}              | Value of anything-but must be an array or single string/number value.
                    {"a":[{"anything-but":[true]}]}            | `Inside anything but list, start|null|boolean is not supported.`
                    {"a":[{"anything-but":["x",1]}]}           | Inside anything but list, either all values are number or string, mixed type is not supported
                    {"a":[{"anything-but":{"numeric":[]}}]}    | Unsupported anything-but pattern: numeric
                    {"a":[{"anything-but":{"prefix":1}}]}      | prefix/suffix match pattern must be a string
                    {"a":[{"anything-but":{"prefix":""}}]}     | Null prefix/suffix not allowed
                    {"$or":[{"a":["x"]}]}                      | There must have at least 2 Objects in $or relationship.
                    {"$or":["x","y"]}                          | Only JSON object is allowed in array of $or relationship.
                    {"$or":{"a":["x"]}}                        | It must be an Array followed with $or.
                    {"a":{}}                                   | Empty objects are not allowed
                    """,
            ignoreLeadingAndTrailingWhitespace = true, maxCharsPerColumn = 1000)
    void inTheRuleLanguagesWords(String policy, String message) {
        AwsError error = refused(policy, true, "");

        assertThat(error.code()).isEqualTo("InvalidParameterException");
        assertThat(error.getMessage()).startsWith("Invalid parameter: FilterPolicy: " + message + "\n at [Source: "
                + "(String)\"" + policy + "\"; line: 1, column: ");
    }

    /** As AWS told them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"price":[{"numeric":["<","100"]}]}          | 28
            {"key":[["value"]]}                          | 10
            {"key":[{"wrong-operator":true}]}            | 31
            {"key":[{"suffix":null}]}                    | 23
            {"key":[{"numeric":[]}]}                     | 22
            {"key":[{"numeric":["operator"]}]}           | 32
            {"key":[{"numeric":["<",100,">",10]}]}       | 30
            {"key":[{"numeric":[">",20,"test"]}]}        | 34
            {"key":[{"exists":"no"}]}                    | 20
            {"key":[{"anything-but":{"exists":false}}]}  | 40
            """)
    void thePlaceIsTold(String policy, int column) {
        assertThat(refused(policy, true, "").getMessage()).endsWith("; line: 1, column: " + column + ']');
    }

    @Test
    void whatIsNoJsonIsToldAsSuch() {
        assertThat(refused("{\"a\":[", true, ""))
                .hasMessageStartingWith(
                        "Invalid parameter: FilterPolicy: failed to parse JSON. Unexpected end-of-input");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    {"a":["x"]} {}                                           | FilterPolicy: failed to parse JSON.
                    {"a":[1],"b":[1],"c":[1],"d":[1],"e":[1],"f":[1]}        | FilterPolicy: Filter policy can not have more than 5 keys
                    {"a":{"b":[1]}}                                          | Filter policy scope MessageAttributes does not support nested filter policy
                    """,
            maxCharsPerColumn = 1000)
    void withoutAPlace(String policy, String message) {
        assertThat(refused(policy, false, "")).hasMessage("Invalid parameter: " + message);
        assertThat(refused(policy, false, "Attributes Reason: "))
                .hasMessage("Invalid parameter: Attributes Reason: " + message);
    }

    @Test
    void aHundredAndFiftyCombinationsAreTheMost() {
        assertThat(FilterPolicy.of(policy(15, 10), true, "")).isNotNull();
        assertThat(refused(policy(16, 10), true, ""))
                .hasMessage("Invalid parameter: FilterPolicy: Filter policy is too complex");
    }

    @Test
    void noPolicyIsSoComplexThatItIsNotToldSo() {
        String many = IntStream.range(0, 64).mapToObj(i -> "\"k" + i + "\":[1,2]").collect(Collectors.joining(","));

        assertThat(refused("{\"a\":{" + many + "}}", true, "")).as("4 to the power of 64")
                .hasMessage("Invalid parameter: FilterPolicy: Filter policy is too complex");
    }

    @Test
    void whatStandsDeepCountsMore() {
        String three = list(3);
        assertThat(FilterPolicy.of("{\"a\":{\"b\":{\"c\":" + list(4) + "}},\"d\":{\"e\":" + three + "}}", true, ""))
                .as("4 * 3 * 3 * 2").isNotNull();
        assertThat(refused("{\"a\":{\"b\":{\"c\":" + list(9) + "}},\"d\":{\"e\":" + three + "}}", true, ""))
                .as("9 * 3 * 3 * 2").hasMessageContaining("too complex");
    }

    private static String policy(int one, int other) {
        return "{\"a\":" + list(one) + ",\"b\":" + list(other) + '}';
    }

    private static String list(int values) {
        return IntStream.range(0, values).mapToObj(i -> "\"" + i + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static AwsError refused(String policy, boolean body, String prefix) {
        AwsError error = catchThrowableOfType(AwsError.class, () -> FilterPolicy.of(policy, body, prefix));
        assertThat(error).as(policy).isNotNull();
        return error;
    }
}
