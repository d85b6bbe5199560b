package org.aforo.core.internal.meta;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

/**
 * Records of one type as JSON text. Each has a mapper and a type factory of its own, as those remember
 * classes: shared ones would keep the class loader of a service that is gone. Components are all that
 * counts; other methods of a record, whatever their names, aren't taken for properties.
 */
final class RecordJson<V> {

    private final ObjectReader reader;
    private final ObjectWriter writer;

    RecordJson(Class<V> type) {
        JsonMapper mapper = JsonMapper.builder().typeFactory(TypeFactory.createDefaultInstance())
                .changeDefaultVisibility(visible -> visible.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE).withIsGetterVisibility(Visibility.NONE))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        reader = mapper.readerFor(type);
        writer = mapper.writerFor(type);
    }

    String write(V value) {
        return writer.writeValueAsString(value);
    }

    V read(String json) {
        return reader.readValue(json);
    }
}
