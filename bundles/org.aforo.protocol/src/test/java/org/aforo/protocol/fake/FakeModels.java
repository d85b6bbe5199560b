package org.aforo.protocol.fake;

import java.util.Map;
import java.util.Set;

import org.aforo.protocol.internal.model.ServiceModel;

/** Models of which only the protocol and the signing name matter. */
public final class FakeModels {

    private FakeModels() {
    }

    public static ServiceModel of(String protocol, String signingName) {
        return new ServiceModel(signingName, "1", Set.of(protocol), null, null, signingName, false, false, null, null,
                null,
                null,
                Map.of(), Map.of());
    }
}
