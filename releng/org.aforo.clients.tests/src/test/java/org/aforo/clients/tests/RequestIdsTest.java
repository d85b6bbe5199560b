package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each service tells a request's id in the headers in which AWS's does. */
@Timeout(60)
class RequestIdsTest {

    private static Product product;
    private static HttpClient http;

    @BeforeAll
    static void start() throws Exception {
        product = Product.start("--ephemeral", "--no-limits");
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() throws Exception {
        http.close();
        product.close();
    }

    @ParameterizedTest
    @CsvSource({
            "application/x-amz-json-1.1, Kinesis_20131202.ListStreams, {}, x-amzn-requestid x-amz-id-2",
            "application/x-amz-json-1.1, Kinesis_20131202.DescribeStream, {}, x-amzn-requestid x-amz-id-2",
            "application/x-amz-json-1.1, Firehose_20150804.ListDeliveryStreams, {}, x-amzn-requestid x-amz-id-2",
            "application/x-amz-json-1.0, AmazonSQS.ListQueues, {}, x-amzn-requestid",
            "application/x-amz-json-1.0, GraniteServiceVersion20100801.ListMetrics, {}, x-amzn-requestid",
            "application/x-www-form-urlencoded, , Action=ListTopics&Version=2010-03-31, x-amzn-requestid"})
    void idsOf(String type, String target, String body, String headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri()).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (target != null) {
            request.header("X-Amz-Target", target);
        }

        assertThat(ids(request.build())).isEqualTo(Set.of(headers.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({"/", "/none"})
    void idsOfS3(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri().resolve(path)).build();

        assertThat(ids(request)).containsExactlyInAnyOrder("x-amz-request-id", "x-amz-id-2");
    }

    private static URI uri() {
        return URI.create("http://127.0.0.1:" + product.port() + '/');
    }

    private static Set<String> ids(HttpRequest request) throws Exception {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return answer.headers().map().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.matches("x-amzn?-(request-?id|id-2)")).collect(Collectors.toSet());
    }
}
