package org.aforo.protocol.conformance;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.aforo.protocol.internal.model.ServiceModel;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.protocoltests.traits.AppliesTo;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpMessageTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestsTrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * AWS's test vectors of one protocol, but those for clients.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html">The vectors</a>
 */
final class Vectors {

    private static final Model MODEL = Model.assembler().discoverModels().assemble().unwrap();

    private final Claim claim;
    private final Map<String, String> excluded;
    private final Set<String> seen = new HashSet<>();
    private final Stream.Builder<DynamicTest> tests = Stream.builder();

    /**
     * @param excluded why, by the vector's id; they have to fail
     */
    private Vectors(Claim claim, Map<String, String> excluded) {
        this.claim = claim;
        this.excluded = excluded;
    }

    static Stream<DynamicTest> of(Claim claim, Map<String, String> excluded) {
        Vectors vectors = new Vectors(claim, excluded);
        MODEL.shapes(ServiceShape.class).sorted().filter(s -> s.findTrait(claim.id()).isPresent())
                .forEach(vectors::add);
        vectors.tests.add(DynamicTest.dynamicTest("exclusions are of vectors that exist",
                () -> assertThat(vectors.seen).containsAll(excluded.keySet())));
        return vectors.tests.build();
    }

    private void add(ServiceShape shape) {
        SmithyService service = new SmithyService(MODEL, shape, claim);
        ServiceModel model = service.model();
        Exchange exchange = new Exchange(claim, model);
        for (OperationShape operation : service.operations()) {
            String name = operation.getId().getName();
            operation.getTrait(HttpRequestTestsTrait.class).ifPresent(t -> t.getTestCases().stream()
                    .filter(this::isMeant).forEach(c -> add(c.getId(), () -> exchange.request(name, c))));
            operation.getTrait(HttpMalformedRequestTestsTrait.class).ifPresent(t -> t.getTestCases().stream()
                    .filter(c -> c.getProtocol().equals(claim.id()))
                    .forEach(c -> add(c.getId(), () -> exchange.malformed(c))));
            responses(operation, c -> add(c.getId(), () -> exchange.response(name, c)));
            service.errors(operation).forEach(error -> responses(error,
                    c -> add(c.getId(), () -> exchange.error(name, error.getId().getName(), c))));
        }
    }

    private void responses(Shape of, Consumer<HttpResponseTestCase> to) {
        of.getTrait(HttpResponseTestsTrait.class)
                .ifPresent(t -> t.getTestCases().stream().filter(this::isMeant).forEach(to));
    }

    private boolean isMeant(HttpMessageTestCase vector) {
        return vector.getProtocol().equals(claim.id())
                && !vector.getAppliesTo().equals(Optional.of(AppliesTo.CLIENT));
    }

    /** Errors are many operations', their vectors are to be run once. */
    private void add(String id, Executable test) {
        if (!seen.add(id)) {
            return;
        }
        String reason = excluded.get(id);
        tests.add(reason == null ? DynamicTest.dynamicTest(id, test)
                : DynamicTest.dynamicTest("not " + id + ": " + reason,
                        () -> assertThatThrownBy(test::execute).isInstanceOf(Throwable.class)));
    }
}
