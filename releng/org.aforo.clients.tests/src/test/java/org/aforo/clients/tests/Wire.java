package org.aforo.clients.tests;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** What the SDK for Java speaks with Kinesis, and through which of its HTTP clients. */
enum Wire {
    JSON_OVER_URL_CONNECTION("false", "application/x-amz-json-1.1",
            UrlConnectionHttpClient.builder()), CBOR_OVER_APACHE("true", "application/x-amz-cbor-1.1",
                    ApacheHttpClient.builder());

    private final String cbor;
    private final String contentType;
    private final SdkHttpClient.Builder<?> http;

    Wire(String cbor, String contentType, SdkHttpClient.Builder<?> http) {
        this.cbor = cbor;
        this.contentType = contentType;
        this.http = http;
    }

    /** The value of the SDK's switch {@code aws.cborEnabled}. */
    String cbor() {
        return cbor;
    }

    String contentType() {
        return contentType;
    }

    SdkHttpClient.Builder<?> http() {
        return http;
    }
}
