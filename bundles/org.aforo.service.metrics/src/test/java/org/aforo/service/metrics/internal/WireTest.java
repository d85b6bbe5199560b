package org.aforo.service.metrics.internal;

import static org.aforo.service.metrics.internal.MetricsBench.at;
import static org.aforo.service.metrics.internal.MetricsBench.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** CloudWatch over HTTP in each of its protocols, as SDKs of different age speak them. */
class WireTest {

    private static final String TARGET = "GraniteServiceVersion20100801";
    private static final String SCOPE = "AWS4-HMAC-SHA256 Credential=test/20260131/us-east-1/monitoring/aws4_request, "
            + "SignedHeaders=host, Signature=00";

    private final MetricsBench bench = new MetricsBench();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        bench.close();
    }

    private HttpResponse<byte[]> post(String path, byte[] body, String... headers) throws Exception {
        return client.send(HttpRequest.newBuilder(bench.bench.http().resolve(path)).header("Authorization", SCOPE)
                .headers(headers).POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> query(String form) throws Exception {
        return post("/", utf8(form + "&Version=2010-08-01"), "Content-Type", "application/x-www-form-urlencoded");
    }

    private HttpResponse<byte[]> json(String operation, String body, String... more) throws Exception {
        List<String> headers = new ArrayList<>(List.of(more));
        headers.addAll(List.of("Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", TARGET + '.' + operation,
                "x-amzn-query-mode", "true"));
        return post("/", utf8(body), headers.toArray(String[]::new));
    }

    private HttpResponse<byte[]> cbor(String operation, Map<String, Object> input) throws Exception {
        return post("/service/" + TARGET + "/operation/" + operation, Cbor.of(input), "Content-Type",
                "application/cbor", "smithy-protocol", "rpc-v2-cbor");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    private Map<String, Object> sum(String metric) {
        return bench.statistics("Lab", metric, List.of(), 1, 60, "Sum").getFirst();
    }

    @Test
    void query() throws Exception {
        String put = "Action=PutMetricData&Namespace=Lab&MetricData.member.1.MetricName=m"
                + "&MetricData.member.1.Value=2.5&MetricData.member.2.MetricName=n"
                + "&MetricData.member.2.Values.member.1=1&MetricData.member.2.Values.member.2=3";
        assertThat(text(query(put))).startsWith("200 <PutMetricDataResponse "
                + "xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><ResponseMetadata><RequestId>");
        assertThat(sum("n")).containsEntry("Sum", 4.0);

        assertThat(text(query("Action=GetMetricStatistics&Namespace=Lab&MetricName=m&StartTime=2026-01-31T22%3A30%3A00Z"
                + "&EndTime=2026-01-31T22%3A31%3A00Z&Period=60&Statistics.member.1=Sum"))).contains(
                        "<Label>m</Label><Datapoints><member><Timestamp>2026-01-31T22:30:00Z</Timestamp><Sum>2.5</Sum>"
                                + "<Unit>None</Unit></member></Datapoints>");
        assertThat(text(query("Action=PutMetricData&Namespace=AWS%2FKinesis&MetricData.member.1.MetricName=m"
                + "&MetricData.member.1.Value=1"))).startsWith("400 ").contains("<Type>Sender</Type>"
                        + "<Code>InvalidParameterValue</Code>", "The value AWS/ for parameter Namespace is invalid.");
    }

    @Test
    void json() throws Exception {
        assertThat(text(json("PutMetricData",
                "{\"Namespace\":\"Lab\",\"MetricData\":[{\"MetricName\":\"m\",\"Value\":2.5}]}"))).startsWith("200 ");
        assertThat(text(json("GetMetricData", "{\"StartTime\":" + at(0).getEpochSecond() + ",\"EndTime\":"
                + at(1).getEpochSecond() + ",\"MetricDataQueries\":[{\"Id\":\"a\",\"MetricStat\":{\"Metric\":"
                + "{\"Namespace\":\"Lab\",\"MetricName\":\"m\"},\"Period\":60,\"Stat\":\"Sum\"}}]}")))
                .startsWith("200 ").contains("\"Timestamps\":[" + at(0).getEpochSecond() + "],\"Values\":[2.5]",
                        "\"StatusCode\":\"Complete\"");

        HttpResponse<byte[]> refused = json("PutMetricData",
                "{\"Namespace\":\"AWS/X\",\"MetricData\":[{\"MetricName\":\"m\",\"Value\":1}]}");
        assertThat(text(refused))
                .startsWith("400 {\"__type\":\"com.amazonaws.cloudwatch#InvalidParameterValueException\"");
        assertThat(refused.headers().firstValue("x-amzn-query-error")).contains("InvalidParameterValue;Sender");
        HttpResponse<byte[]> invalid = json("PutMetricData", "{\"MetricData\":[]}");
        assertThat(text(invalid)).contains("Value null at 'namespace' failed to satisfy constraint: Member must not "
                + "be null");
        assertThat(invalid.headers().firstValue("x-amzn-query-error")).contains("ValidationError;Sender");
    }

    @Test
    void cbor() throws Exception {
        HttpResponse<byte[]> put = cbor("PutMetricData", in("Namespace", "Lab", "MetricData",
                List.of(in("MetricName", "m", "Value", 2.5, "Timestamp", at(0), "StorageResolution", 60))));
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(put.headers().firstValue("smithy-protocol")).contains("rpc-v2-cbor");
        assertThat(sum("m")).containsEntry("Sum", 2.5);

        HttpResponse<byte[]> listed = cbor("ListMetrics", in("Namespace", "Lab"));
        assertThat(text(listed)).startsWith("200 ").contains("MetricName", "Lab");
        assertThat(text(cbor("PutMetricData", in("Namespace", "AWS/X", "MetricData",
                List.of(in("MetricName", "m", "Value", 1.0)))))).startsWith("400 ")
                .contains("com.amazonaws.cloudwatch#InvalidParameterValueException");
    }

    @Test
    void compressed() throws Exception {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            data.append(i == 0 ? "" : ",").append("{\"MetricName\":\"m\",\"Value\":1}");
        }
        byte[] body = gzip("{\"Namespace\":\"Lab\",\"MetricData\":[" + data + "]}");
        HttpResponse<byte[]> put = post("/", body, "Content-Type", "application/x-amz-json-1.0", "X-Amz-Target",
                TARGET + ".PutMetricData", "Content-Encoding", "gzip");
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(post("/", gzip("Action=PutMetricData&Version=2010-08-01&Namespace=Lab"
                + "&MetricData.member.1.MetricName=m&MetricData.member.1.Value=1"), "Content-Type",
                "application/x-www-form-urlencoded", "Content-Encoding", "gzip").statusCode()).isEqualTo(200);

        assertThat(sum("m")).containsEntry("Sum", 1_001.0);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(utf8(text));
        }
        return bytes.toByteArray();
    }
}
