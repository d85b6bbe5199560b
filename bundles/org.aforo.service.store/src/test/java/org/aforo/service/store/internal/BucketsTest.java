package org.aforo.service.store.internal;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.service.store.internal.ops.CreateBucket;
import org.aforo.service.store.internal.ops.ListBuckets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BucketsTest {

    private static final String ME = "000000000000";

    private final S3 s3 = new S3();

    @AfterEach
    void close() {
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Upper", "under_score", "-dash", "dash-", "a..b", "10.0.0.1", "xn--b", "b-s3alias",
            "a/b", "bucket--ol-s3", "."})
    void namesThatBreakTheRulesAreRefused(String name) {
        assertThat(s3.refused("CreateBucket", "bucket", name).code()).isEqualTo("InvalidBucketName");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "us-east-1, -, us-east-1, -", "us-east-1, eu-west-1, eu-west-1, -", "eu-west-1, eu-west-1, eu-west-1, -",
            "us-east-1, EU, eu-west-1, -", "eu-west-1, -, -, IllegalLocationConstraintException",
            "eu-west-1, us-west-2, -, IllegalLocationConstraintException",
            "us-east-1, us-east-1, -, InvalidLocationConstraint", "us-east-1, mars, -, InvalidLocationConstraint"})
    void theRegionIsTheEndpointsOrTheOneNamed(String endpoint, String wanted, String region, String code) {
        CreateBucket.Configuration configuration = wanted == null ? null : new CreateBucket.Configuration(wanted);
        Object[] request = {"bucket", "landing", "createBucketConfiguration", configuration};
        if (code != null) {
            assertThatThrownBy(() -> s3.callAs(ME, endpoint, "CreateBucket", request))
                    .isInstanceOfSatisfying(AwsError.class, e -> assertThat(e.code()).isEqualTo(code));
        } else {
            s3.callAs(ME, endpoint, "CreateBucket", request);
            assertThat(s3.call("HeadBucket", "bucket", "landing")).containsEntry("bucketRegion", region);
            assertThat(s3.call("GetBucketLocation", "bucket", "landing"))
                    .containsEntry("locationConstraint", region.equals("us-east-1") ? null : region);
        }
    }

    @Test
    void namesAreTakenForTheWholeBench() {
        s3.bucket("landing").bucket("landing");
        assertThatThrownBy(() -> s3.callAs("111111111111", "us-east-1", "CreateBucket", "bucket", "landing"))
                .isInstanceOfSatisfying(AwsError.class, e -> assertThat(e.code()).isEqualTo("BucketAlreadyExists"));
        Object[] abroad = {"bucket", "abroad", "createBucketConfiguration",
                new CreateBucket.Configuration("eu-west-1")};
        s3.call("CreateBucket", abroad);
        assertThat(s3.refused("CreateBucket", abroad).code()).isEqualTo("BucketAlreadyOwnedByYou");
    }

    @Test
    void anAccountSeesItsOwnByNameAndInPages() {
        s3.bucket("ccc").bucket("aaa").bucket("bbb");
        s3.callAs("111111111111", "us-east-1", "CreateBucket", "bucket", "other");
        Map<String, Object> first = s3.call("ListBuckets", "maxBuckets", 2);
        Map<String, Object> second = s3.call("ListBuckets", "continuationToken", first.get("continuationToken"));
        assertThat(names(first)).containsExactly("aaa", "bbb");
        assertThat(names(second)).containsExactly("ccc");
        assertThat(second).containsEntry("continuationToken", null);
        assertThat(names(s3.callAs("111111111111", "us-east-1", "ListBuckets"))).containsExactly("other");
    }

    @Test
    void onlyAnEmptyBucketIsDeleted() {
        s3.bucket("landing");
        s3.put("landing", "a/b", "x");
        s3.call("CreateMultipartUpload", "bucket", "landing", "key", "k");
        assertThat(s3.refused("DeleteBucket", "bucket", "landing").code()).isEqualTo("BucketNotEmpty");
        s3.call("DeleteObject", "bucket", "landing", "key", "a/b");
        s3.call("DeleteBucket", "bucket", "landing");
        assertThat(s3.refused("HeadBucket", "bucket", "landing").code()).isEqualTo("NoSuchBucket");
        assertThat(s3.folder().resolve("landing")).doesNotExist();
        assertThat(s3.folder().resolve(".uploads")).isEmptyDirectory();
    }

    @Test
    void otherServicesDeliverIntoABucketByItsArn() throws Exception {
        s3.bucket("landing");
        var sink = s3.bench().bench().destinations().objects("arn:aws:s3:::landing");
        sink.put("datos/x", Payload.of("{}"), Map.of("content-type", "application/json", "x-amz-meta-a", "b"));
        assertThat(s3.call("HeadObject", "bucket", "landing", "key", "datos/x"))
                .containsEntry("contentType", "application/json").containsEntry("metadata", Map.of("a", "b"));
        assertThat(s3.service().objects(Arn.parse("arn:aws:s3:::nowhere"))).isEmpty();
        s3.call("DeleteObject", "bucket", "landing", "key", "datos/x");
        s3.call("DeleteBucket", "bucket", "landing");
        assertThatThrownBy(() -> sink.put("x", Payload.of(""), Map.of()))
                .isInstanceOfSatisfying(AwsError.class, e -> assertThat(e.code()).isEqualTo("NoSuchBucket"));
    }

    @Test
    void aResetForgetsEverythingAndNothingIsLeftBehind() throws Exception {
        s3.bucket("landing");
        s3.put("landing", "a/b", "x");
        s3.service().reset();
        assertThat(s3.service().resources()).isEmpty();
        assertThat(Files.exists(s3.folder().resolve("landing"))).isFalse();
        s3.bucket("landing");
        assertThat(s3.refused("GetObject", "bucket", "landing", "key", "a/b").code()).isEqualTo("NoSuchKey");
        s3.bench().assertNoLeaks();
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(Map<String, Object> listed) {
        return ((List<ListBuckets.Summary>) listed.get("buckets")).stream().map(ListBuckets.Summary::name).toList();
    }
}
