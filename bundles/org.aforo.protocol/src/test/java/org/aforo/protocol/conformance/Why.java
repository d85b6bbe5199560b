package org.aforo.protocol.conformance;

/** Why vectors are left out. */
final class Why {

    static final String COMPRESSED = "tells how clients compress, not what is in the body";
    static final String ABSENT = "a server can't tell an empty list, map or structure from none here";
    static final String NAMED = "RestXmlServersPutAllQueryParamsInMap has servers put named parameters in the map";
    static final String TAKEN = "RestJsonEmptyInputAndEmptyOutputWithJson has servers take it";
    static final String UNTOLD = "has a member that is not among its parameters";
    static final String OFFSET = "tells what clients must read; servers write UTC";

    private Why() {
    }
}
