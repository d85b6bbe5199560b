package org.aforo.service.store.internal;

import java.util.Map;

import org.aforo.protocol.WireResponse;
import org.aforo.testkit.TestBench;
import org.aforo.testkit.TestRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** S3 as it is spoken, request by request. */
class WireTest {

    private static final String NAMESPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

    private final TestBench bench = TestBench.stepped().with(StoreService::new);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void bucketsAreMadeListedAndDeleted() {
        assertThat(send("PUT", "/landing").status()).isEqualTo(200);
        assertThat(send("HEAD", "/landing").headers()).containsEntry("x-amz-bucket-region", "us-east-1");
        assertThat(text("GET", "/")).contains("<ListAllMyBucketsResult" + NAMESPACE + ">", "<Name>landing</Name>");
        assertThat(text("GET", "/landing?location")).contains("LocationConstraint" + NAMESPACE);
        assertThat(send("DELETE", "/landing").status()).isEqualTo(204);
        assertThat(text("GET", "/landing")).contains("<Error><Code>NoSuchBucket</Code>",
                "<BucketName>landing</BucketName>");
    }

    @Test
    void bucketsInOtherRegionsSayWhere() {
        WireResponse made = bench.wire(s3("PUT", "/west").body("<CreateBucketConfiguration" + NAMESPACE
                + "><LocationConstraint>us-west-2</LocationConstraint></CreateBucketConfiguration>"));
        assertThat(made.status()).isEqualTo(200);
        assertThat(text("GET", "/west?location"))
                .endsWith("<LocationConstraint" + NAMESPACE + ">us-west-2</LocationConstraint>");
    }

    @Test
    void objectsTravelWithTheirHeaders() {
        send("PUT", "/landing");
        WireResponse put = bench.wire(s3("PUT", "/landing/dir/a%20b").header("Content-Type", "text/plain")
                .header("x-amz-meta-who", "me").header("x-amz-checksum-crc32", "y/Q5Jg==").body("123456789"));
        assertThat(put.headers()).containsEntry("ETag", "\"25f9e794323b453885f5181f1b624d0b\"")
                .containsEntry("x-amz-checksum-crc32", "y/Q5Jg==");
        WireResponse got = bench.wire(s3("GET", "/landing/dir/a%20b?response-content-type=text/x")
                .header("Range", "bytes=2-4").header("x-amz-checksum-mode", "ENABLED"));
        assertThat(got.status()).isEqualTo(206);
        assertThat(got.headers()).containsEntry("Content-Range", "bytes 2-4/9").containsEntry("x-amz-meta-who", "me")
                .containsEntry("Content-Type", "text/x").containsKey("Last-Modified")
                .doesNotContainKey("x-amz-checksum-crc32");
        assertThat(TestRequest.text(got)).isEqualTo("345");
        WireResponse head = bench.wire(s3("HEAD", "/landing/dir/a%20b").header("x-amz-checksum-mode", "ENABLED"));
        assertThat(head.headers()).containsEntry("Content-Length", "9").containsEntry("x-amz-checksum-type",
                "FULL_OBJECT");
        assertThat(bench.wire(s3("GET", "/landing/dir/a%20b").header("If-None-Match",
                "\"25f9e794323b453885f5181f1b624d0b\"")).status()).isEqualTo(304);
    }

    @Test
    void listingsAreAsTheClientsReadThem() {
        send("PUT", "/landing");
        for (String key : new String[] {"a", "dir/b", "dir/c", "e%20f"}) {
            bench.wire(s3("PUT", "/landing/" + key).body("x"));
        }
        String page = text("GET", "/landing?list-type=2&delimiter=/&max-keys=2&encoding-type=url");
        assertThat(page).contains("<ListBucketResult" + NAMESPACE + ">", "<Key>a</Key>", "<KeyCount>2</KeyCount>",
                "<CommonPrefixes><Prefix>dir/</Prefix></CommonPrefixes>", "<IsTruncated>true</IsTruncated>",
                "<ETag>&quot;9dd4e461268c8034f5c8564e155c67a6&quot;</ETag>");
        String token = page.replaceAll("(?s).*<NextContinuationToken>(.*)</NextContinuationToken>.*", "$1");
        assertThat(text("GET", "/landing?list-type=2&delimiter=/&encoding-type=url&continuation-token=" + token))
                .contains("<Key>e+f</Key>", "<IsTruncated>false</IsTruncated>");
        assertThat(text("GET", "/landing?prefix=dir/&max-keys=1")).contains("<Key>dir/b</Key>").doesNotContain("dir/c");
        assertThat(text("GET", "/landing?max-keys=many")).contains("<Code>InvalidArgument</Code>");
    }

    @Test
    void partsAreUploadedAndPutTogether() {
        send("PUT", "/landing");
        String begun = text("POST", "/landing/big?uploads");
        String id = begun.replaceAll("(?s).*<UploadId>(.*)</UploadId>.*", "$1");
        String etag = bench.wire(s3("PUT", "/landing/big?partNumber=1&uploadId=" + id).body("hello")).headers()
                .get("ETag");
        assertThat(text("GET", "/landing/big?uploadId=" + id)).contains("<ListPartsResult" + NAMESPACE, "<Size>5<");
        assertThat(text("GET", "/landing?uploads")).contains("<Upload>", id);
        WireResponse done = bench.wire(s3("POST", "/landing/big?uploadId=" + id).body("<CompleteMultipartUpload"
                + NAMESPACE + "><Part><PartNumber>1</PartNumber><ETag>" + etag
                + "</ETag></Part></CompleteMultipartUpload>"));
        assertThat(TestRequest.text(done)).contains("<CompleteMultipartUploadResult" + NAMESPACE,
                "62109206880d38a4010a98e11243924a-1");
        assertThat(text("GET", "/landing/big")).isEqualTo("hello");
    }

    @Test
    void copiesAndDeletesInXml() {
        send("PUT", "/landing");
        bench.wire(s3("PUT", "/landing/a").body("x"));
        assertThat(TestRequest.text(bench.wire(s3("PUT", "/landing/b").header("x-amz-copy-source", "/landing/a"))))
                .contains("<CopyObjectResult" + NAMESPACE, "<LastModified>");
        TestRequest delete = s3("POST", "/landing?delete")
                .body("<Delete><Object><Key>a</Key></Object><Object><Key>b</Key></Object></Delete>");
        assertThat(TestRequest.text(bench.wire(delete))).contains("<Code>InvalidRequest</Code>");
        assertThat(TestRequest.text(bench.wire(delete.header("Content-MD5", "hVWp2OFdtMVUZqNJKbXHjg=="))))
                .contains("<Code>BadDigest</Code>");
        String crc = java.util.Base64.getEncoder().encodeToString(crc32(delete.bytes()));
        assertThat(TestRequest.text(bench.wire(delete.header("x-amz-checksum-crc32", crc))))
                .contains("<DeleteResult" + NAMESPACE, "<Deleted><Key>a</Key></Deleted>");
        assertThat(send("HEAD", "/landing/a").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"GET, /landing?versioning, 501, NotImplemented", "GET, /landing/k?acl, 501, NotImplemented",
            "PUT, /landing?policy, 501, NotImplemented", "GET, /landing/none, 404, NoSuchKey",
            "GET, /UPPER, 400, InvalidBucketName", "POST, /landing/k?uploadId=none, 404, NoSuchUpload",
            "GET, /landing/k?uploadId=none, 404, NoSuchUpload", "DELETE, /landing/k?uploadId=none, 404, NoSuchUpload"})
    void whatIsNotThereIsToldInS3sWords(String method, String path, int status, String code) {
        send("PUT", "/landing");
        WireResponse response = send(method, path);
        assertThat(response.status()).isEqualTo(status);
        assertThat(TestRequest.text(response)).contains("<Code>" + code + "</Code>", "<RequestId>");
    }

    @Test
    void callsByNameWorkToo() {
        bench.call("s3", "CreateBucket", Map.of("Bucket", "landing"));
        assertThat(bench.call("s3", "ListBuckets", Map.of()).toString()).contains("landing");
    }

    private WireResponse send(String method, String path) {
        return bench.wire(s3(method, path));
    }

    private String text(String method, String path) {
        return TestRequest.text(send(method, path));
    }

    private static TestRequest s3(String method, String path) {
        return TestRequest.of(method, path).header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260131/"
                + "us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00").body("");
    }

    private static byte[] crc32(byte[] bytes) {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(bytes);
        return java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    }
}
