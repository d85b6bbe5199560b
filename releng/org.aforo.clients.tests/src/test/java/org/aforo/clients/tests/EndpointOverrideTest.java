package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The SDK takes our endpoint in place of AWS's. */
class EndpointOverrideTest {

    @Test
    void aKinesisClientPointsAtTheOverriddenEndpoint() {
        URI endpoint = URI.create("http://localhost:4566");

        try (KinesisClient client = KinesisClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            assertThat(client.serviceClientConfiguration().endpointOverride()).contains(endpoint);
        }
    }
}
