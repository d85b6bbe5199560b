package org.aforo.protocol.conformance;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.Shape;
import software.amazon.smithy.aws.traits.protocols.AwsQueryCompatibleTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.OperationIndex;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.shapes.ToShapeId;
import software.amazon.smithy.model.traits.HttpChecksumRequiredTrait;
import software.amazon.smithy.model.traits.HttpTrait;
import software.amazon.smithy.model.traits.StreamingTrait;

/** A service of a Smithy model as the codec's model. */
final class SmithyService {

    private static final ShapeId UNIT = ShapeId.from("smithy.api#Unit");

    private final Model model;
    private final ServiceShape service;
    private final Claim claim;
    private final OperationIndex index;
    private final SmithyShapes shapes;

    SmithyService(Model model, ServiceShape service, Claim claim) {
        this.model = model;
        this.service = service;
        this.claim = claim;
        this.index = OperationIndex.of(model);
        Set<ShapeId> unwrapped = operations().stream()
                .filter(o -> o.findTrait("aws.customizations#s3UnwrappedXmlOutput").isPresent())
                .map(OperationShape::getOutputShape).collect(Collectors.toSet());
        Set<ShapeId> outputs = operations().stream().map(OperationShape::getOutputShape).collect(Collectors.toSet());
        this.shapes = new SmithyShapes(model, claim, outputs, SmithyShapes.namespace(service), unwrapped);
    }

    /** Its operations but those with event streams, which have no vectors of this kind. */
    List<OperationShape> operations() {
        return TopDownIndex.of(model).getContainedOperations(service).stream()
                .filter(o -> !streams(o.getInputShape()) && !streams(o.getOutputShape())).toList();
    }

    private boolean streams(ToShapeId id) {
        return model.expectShape(id.toShapeId()).members().stream().map(m -> model.expectShape(m.getTarget()))
                .anyMatch(s -> s.isUnionShape() && s.hasTrait(StreamingTrait.class));
    }

    List<StructureShape> errors(OperationShape operation) {
        return index.getErrors(service, operation);
    }

    ServiceModel model() {
        Map<String, Operation> all = new LinkedHashMap<>();
        Map<String, Shape> errors = new HashMap<>();
        for (OperationShape o : operations()) {
            all.put(o.getId().getName(), operation(o));
            errors(o).forEach(e -> errors.put(e.getId().getName(), shapes.get(e.getId())));
        }
        return new ServiceModel(service.getId().getName(), service.getVersion(), Set.of(claim.c2j()), null,
                service.getId().getName(), service.getId().getName(), false,
                service.hasTrait(AwsQueryCompatibleTrait.class),
                null, null, SmithyShapes.namespace(service), service.getId().getNamespace(), all, errors);
    }

    private Operation operation(OperationShape source) {
        Optional<HttpTrait> http = claim.rest() ? source.getTrait(HttpTrait.class) : Optional.empty();
        String name = source.getId().getName();
        return new Operation(name, http.map(HttpTrait::getMethod).orElse("POST"),
                http.map(h -> h.getUri().toString()).orElse("/"), http.map(HttpTrait::getCode).orElse(200),
                top(source.getInputShape()), top(source.getOutputShape()), name + "Result",
                source.hasTrait(HttpChecksumRequiredTrait.class),
                errors(source).stream().map(e -> shapes.get(e.getId())).toList());
    }

    private Shape top(ShapeId id) {
        return id.equals(UNIT) ? null : shapes.get(id);
    }
}
