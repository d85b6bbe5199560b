package org.aforo.core.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.aforo.api.Arn;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.flow.RecordSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PluggedTest {

    private static final String ORDERS = "arn:aws:sqs:us-east-1:000000000000:orders";

    private final Plugged plugged = new Plugged();

    /** A service with one sink. */
    record Service(String id, String name, RecordSink only) implements IngestionService {
        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor(id, id, "");
        }

        @Override
        public List<Endpoint> endpoints() {
            return List.of();
        }

        @Override
        public Collection<Resource> resources() {
            return List.of();
        }

        @Override
        public void reset() {
            // Nothing is kept.
        }

        @Override
        public Optional<RecordSink> sink(Arn arn) {
            return arn.resource().equals(name) ? Optional.of(only) : Optional.empty();
        }
    }

    @Test
    void sinkIsThatOfTheServiceTheArnNames() {
        RecordSink queue = records -> List.of();
        RecordSink bucket = records -> List.of();
        plugged.add(new Service("s3", "orders", bucket));
        plugged.add(new Service("sqs", "orders", queue));

        assertThat(plugged.sink(ORDERS)).isSameAs(queue);
        assertThat(plugged.sink("arn:aws:s3:::orders")).isSameAs(bucket);
    }

    @ParameterizedTest
    @CsvSource({
            "arn:aws:sqs:us-east-1:000000000000:none, ResourceNotFoundException, 400",
            "orders,                                  ResourceNotFoundException, 400",
            "arn:aws:sns:us-east-1:000000000000:x,    ServiceUnavailable,        503",
    })
    void whatIsMissing(String arn, String code, int status) {
        plugged.add(new Service("sqs", "orders", records -> List.of()));

        assertThatThrownBy(() -> plugged.sink(arn)).isInstanceOfSatisfying(AwsError.class, error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.status()).isEqualTo(status);
        });
        assertThatThrownBy(() -> plugged.source(ORDERS)).isInstanceOf(AwsError.class);
        assertThatThrownBy(() -> plugged.objects(ORDERS)).isInstanceOf(AwsError.class);
    }

    @Test
    void serviceThatIsTakenOutIsUnavailableAndItsSuccessorIsFound() {
        Service first = new Service("sqs", "orders", records -> List.of());
        Service second = new Service("sqs", "orders", records -> List.of());
        assertThat(plugged.add(first)).isTrue();
        assertThat(plugged.add(first)).isFalse();
        assertThat(plugged.remove(first)).isTrue();
        assertThat(plugged.remove(first)).isFalse();

        assertThatThrownBy(() -> plugged.sink(ORDERS)).isInstanceOfSatisfying(AwsError.class,
                error -> assertThat(error.code()).isEqualTo("ServiceUnavailable"));
        plugged.add(second);
        assertThat(plugged.sink(ORDERS)).isSameAs(second.only());
        assertThat(plugged.all()).containsExactly(second);
    }
}
