package org.aforo.service.topics.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.service.topics.internal.filter.FilterPolicy.Verdict;
import org.aforo.service.topics.internal.message.MessageAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which messages policies let through. */
class FilterPolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":["x"]}                                          | {"a":"x"}                        | true
            {"a":["x"]}                                          | {"a":"X"}                        | false
            {"a.b":["x"]}                                        | {"a":{"b":"x"}}                  | true
            {"a.b":["x"]}                                        | {"a.b":"x"}                      | true
            {"a.b":["x"]}                                        | {"a":{"b":"y"}}                  | false
            {"a.b":["x"]}                                        | {"a":{"c":"x"},"b":"x"}          | false
            {"a.b.c":["x"]}                                      | {"a":{"b":{"c":"x"}}}            | true
            {"a.b.c":["x"]}                                      | {"a.b":{"c":"x"}}                | true
            {"a.b.c":["x"]}                                      | {"a":{"b.c":"x"}}                | true
            {"a.b.c":["x"]}                                      | {"a.b.c":"x"}                    | true
            {"a.b.c":["x"]}                                      | {"a":{"b":{"c":"y"}}}            | false
            {"a":{"b":["x"]}}                                    | {"a.b":"x"}                      | true
            {"a":{"b":["x"]},"a.c":["y"]}                        | {"a":[{"b":"x","c":"y"}]}        | true
            {"a":{"b":["x"]},"a.c":["y"]}                        | {"a":[{"b":"x"},{"c":"y"}]}      | false
            {"a":{"b":["x"]},"a.c":["y"]}                        | {"a":{"b":"x"},"a.c":"y"}        | true
            {"a":["x"],"a.b":["y"]}                              | {"a":"x","a.b":"y"}              | true
            {"a":["x"],"a.b":["y"]}                              | {"a":"x"}                        | false
            {"a.b":[{"exists":false}]}                           | {"a":{"c":1}}                    | true
            {"$or":[{"a.b":["x"]},{"c":["y"]}]}                  | {"a":{"b":"x"}}                  | true
            {"a":["x"]}                                          | {"b":"x"}                        | false
            {"a":["x","y"]}                                      | {"a":"y"}                        | true
            {"a":["x"],"b":["y"]}                                | {"a":"x","b":"y"}                | true
            {"a":["x"],"b":["y"]}                                | {"a":"x"}                        | false
            {"a":[100]}                                          | {"a":100}                        | true
            {"a":[100]}                                          | {"a":100.0}                      | true
            {"a":[100]}                                          | {"a":"100"}                      | false
            {"a":["100"]}                                        | {"a":100}                        | false
            {"a":[true]}                                         | {"a":true}                       | true
            {"a":[true]}                                         | {"a":"true"}                     | false
            {"a":[null]}                                         | {"a":null}                       | true
            {"a":[null]}                                         | {}                               | false
            {"a":["x"]}                                          | {"a":["w","x"]}                  | true
            {"a":["x"]}                                          | {"a":[["w"],["x"]]}              | true
            {"a":["x"]}                                          | {"a":[]}                         | false
            {"a":[{"prefix":"im"}]}                              | {"a":"image"}                    | true
            {"a":[{"prefix":"im"}]}                              | {"a":"am"}                       | false
            {"a":[{"prefix":"1"}]}                               | {"a":12}                         | false
            {"a":[{"suffix":".png"}]}                            | {"a":"x.png"}                    | true
            {"a":[{"suffix":".png"}]}                            | {"a":"x.PNG"}                    | false
            {"a":[{"equals-ignore-case":"TenNis"}]}              | {"a":"tENnIS"}                   | true
            {"a":[{"equals-ignore-case":"tennis"}]}              | {"a":"tennis "}                  | false
            {"a":[{"wildcard":"*.png"}]}                         | {"a":"x.png"}                    | true
            {"a":[{"wildcard":"a*b*c"}]}                         | {"a":"aXXbYYc"}                  | true
            {"a":[{"wildcard":"a*b*c"}]}                         | {"a":"aXXcYYb"}                  | false
            {"a":[{"wildcard":"a*a"}]}                           | {"a":"a"}                        | false
            {"a":[{"wildcard":"ab*ba"}]}                         | {"a":"aba"}                      | false
            {"a":[{"wildcard":"a\\\\*b"}]}                       | {"a":"a*b"}                      | true
            {"a":[{"wildcard":"a\\\\*b"}]}                       | {"a":"axb"}                      | false
            {"a":[{"wildcard":"abc"}]}                           | {"a":"abc"}                      | true
            {"a":[{"anything-but":"x"}]}                         | {"a":"y"}                        | true
            {"a":[{"anything-but":"x"}]}                         | {"a":"x"}                        | false
            {"a":[{"anything-but":["x","y"]}]}                   | {"a":"y"}                        | false
            {"a":[{"anything-but":["x","y"]}]}                   | {"a":"z"}                        | true
            {"a":[{"anything-but":["x"]}]}                       | {}                               | false
            {"a":[{"anything-but":[1,2]}]}                       | {"a":2.0}                        | false
            {"a":[{"anything-but":[1,2]}]}                       | {"a":3}                          | true
            {"a":[{"anything-but":{"prefix":"im"}}]}             | {"a":"image"}                    | false
            {"a":[{"anything-but":{"prefix":"im"}}]}             | {"a":"sound"}                    | true
            {"a":[{"anything-but":{"suffix":"ge"}}]}             | {"a":"image"}                    | false
            {"a":[{"anything-but":{"suffix":["ge","nd"]}}]}      | {"a":"sound"}                    | false
            {"a":[{"anything-but":{"equals-ignore-case":["A"]}}]} | {"a":"a"}                       | false
            {"a":[{"anything-but":{"wildcard":"*a*"}}]}          | {"a":"bab"}                      | false
            {"a":[{"anything-but":{"wildcard":"*a*"}}]}          | {"a":"bbb"}                      | true
            {"a":[{"numeric":["=",301.5]}]}                      | {"a":3.015e2}                    | true
            {"a":[{"numeric":[">",0,"<=",5]}]}                   | {"a":5}                          | true
            {"a":[{"numeric":[">",0,"<=",5]}]}                   | {"a":0}                          | false
            {"a":[{"numeric":[">=",0,"<",5]}]}                   | {"a":0}                          | true
            {"a":[{"numeric":[">=",0,"<",5]}]}                   | {"a":5}                          | false
            {"a":[{"numeric":["<",10]}]}                         | {"a":-3.5}                       | true
            {"a":[{"numeric":["<=",10]}]}                        | {"a":10.00001}                   | false
            {"a":[{"numeric":[">",10]}]}                         | {"a":"11"}                       | false
            {"a":[{"exists":true}]}                              | {"a":"any"}                      | true
            {"a":[{"exists":true}]}                              | {"b":"any"}                      | false
            {"a":[{"exists":false}]}                             | {"b":"any"}                      | true
            {"a":[{"exists":false}]}                             | {"a":null}                       | false
            {"a":[{"exists":false},"x"]}                         | {"a":"x"}                        | true
            {"a":[{"cidr":"10.0.0.0/24"}]}                       | {"a":"10.0.0.255"}               | true
            {"a":[{"cidr":"10.0.0.0/24"}]}                       | {"a":"10.0.1.0"}                 | false
            {"a":[{"cidr":"10.0.0.0/24"}]}                       | {"a":"localhost"}                | false
            {"a":[{"cidr":"2001:db8::/32"}]}                     | {"a":"2001:db8:1::1"}            | true
            {"a":[{"cidr":"2001:db8::/32"}]}                     | {"a":"10.0.0.1"}                 | false
            {"$or":[{"a":["x"]},{"b":["y"]}]}                    | {"b":"y"}                        | true
            {"$or":[{"a":["x"]},{"b":["y"]}]}                    | {"a":"y","b":"x"}                | false
            {"c":[1],"$or":[{"a":["x"]},{"b":["y"]}]}            | {"a":"x"}                        | false
            {"c":[1],"$or":[{"a":["x"]},{"b":["y"]}]}            | {"a":"x","c":1}                  | true
            {"a":{"b":["x"]}}                                    | {"a":{"b":"x"}}                  | true
            {"a":{"b":["x"]}}                                    | {"a":"x"}                        | false
            {"a":{"b":["x"],"c":["y"]}}                          | {"a":[{"b":"x","c":"y"}]}        | true
            {"a":{"b":["x"],"c":["y"]}}                          | {"a":[{"b":"x"},{"c":"y"}]}      | false
            {"a":{"b":[{"exists":false}]}}                       | {"z":1}                          | true
            {"a":{"$or":[{"b":["x"]},{"c":[{"prefix":"y"}]}]}}   | {"a":{"c":"yy"}}                 | true
            """)
    void byText(String policy, String message, boolean passes) {
        FilterPolicy filter = FilterPolicy.of(policy, true, "");

        Verdict verdict = filter.judge(message, Map.of());

        assertThat(verdict).isEqualTo(passes ? Verdict.PASSES : Verdict.BODY_DIFFERS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":["x"]}                              | String       | x                | true
            {"a":["x"]}                              | String       | y                | false
            {"a":["x"]}                              | String.mine  | x                | true
            {"a":["x"]}                              | String.Array | ["w","x"]        | true
            {"a":[{"anything-but":["x"]}]}           | String.Array | ["w","x"]        | true
            {"a":[{"anything-but":["x"]}]}           | String.Array | ["x"]            | false
            {"a":[{"prefix":"w"}]}                   | String.Array | ["w","x"]        | true
            {"a":[{"numeric":[">",10]}]}             | String.Array | [5,11]           | true
            {"a":[{"numeric":[">",10]}]}             | Number       | 11               | true
            {"a":[{"numeric":[">",10]}]}             | Number.euro  | 9.99             | false
            {"a":[{"numeric":[">",10]}]}             | String       | 11               | false
            {"a":[100]}                              | Number       | 1e2              | true
            {"a":["100"]}                            | Number       | 100              | false
            {"a":["100"]}                            | String       | 100              | true
            {"a":[true]}                             | String.Array | [true]           | true
            {"a":[{"exists":true}]}                  | String       | any              | true
            {"a":[{"exists":false}]}                 | String       | any              | false
            {"b":[{"exists":false}]}                 | String       | any              | true
            {"a":[{"cidr":"192.168.0.0/16"}]}        | String       | 192.168.7.7      | true
            {"$or":[{"a":["x"]},{"b":["y"]}]}        | String       | x                | true
            """)
    void byAttribute(String policy, String type, String value, boolean passes) {
        FilterPolicy filter = FilterPolicy.of(policy, false, "");

        Verdict verdict = filter.judge("", Map.of("a", new MessageAttribute(type, value, null)));

        assertThat(verdict).isEqualTo(passes ? Verdict.PASSES : Verdict.ATTRIBUTES_DIFFER);
    }

    @Test
    void whyAMessageIsFilteredOutIsTold() {
        FilterPolicy byAttribute = FilterPolicy.of("{\"a\":[\"x\"]}", false, "");
        FilterPolicy byText = FilterPolicy.of("{\"a\":[\"x\"]}", true, "");
        Map<String, MessageAttribute> broken = new LinkedHashMap<>();
        broken.put("a", new MessageAttribute("String.Array", "[\"x\"", null));

        assertThat(byAttribute.judge("{}", Map.of())).isEqualTo(Verdict.NO_ATTRIBUTES);
        assertThat(byAttribute.judge("{}", broken)).isEqualTo(Verdict.INVALID_ATTRIBUTES);
        assertThat(byText.judge("not JSON", Map.of())).isEqualTo(Verdict.INVALID_BODY);
        assertThat(byText.judge("[1]", Map.of())).isEqualTo(Verdict.INVALID_BODY);
    }

    @Test
    void binaryAttributesAreNotLookedAt() {
        Map<String, MessageAttribute> binary = Map.of("a", new MessageAttribute("Binary", null, new byte[] {'x'}));

        assertThat(FilterPolicy.of("{\"a\":[\"x\"]}", false, "").judge("", binary))
                .isEqualTo(Verdict.ATTRIBUTES_DIFFER);
    }

    @Test
    void numbersMayBeAsLargeAsTheyLike() {
        FilterPolicy filter = FilterPolicy.of("{\"a\":[1e999999999]}", true, "");

        assertThat(filter.judge("{\"a\":1e999999999}", Map.of())).isEqualTo(Verdict.PASSES);
        assertThat(filter.judge("{\"a\":-2e999999999}", Map.of())).isEqualTo(Verdict.BODY_DIFFERS);
        assertThat(FilterPolicy.of("{\"a\":[1]}", false, "").judge("",
                Map.of("a", new MessageAttribute("Number", "1e999999999", null)))).isEqualTo(Verdict.ATTRIBUTES_DIFFER);
    }

    @Test
    void anEmptyPolicyAsksForNothing() {
        assertThat(FilterPolicy.of("{}", false, "")).isNull();
        assertThat(FilterPolicy.of("", false, "")).isNull();
    }
}
