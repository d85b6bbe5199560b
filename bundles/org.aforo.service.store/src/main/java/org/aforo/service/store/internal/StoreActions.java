package org.aforo.service.store.internal;

import java.util.List;
import java.util.Map;

import org.aforo.api.Action;
import org.aforo.api.Action.Field;
import org.aforo.api.Action.Page;
import org.aforo.api.Text;

/** What a person can do with buckets. */
final class StoreActions {

    private static final String KIND = "bucket";

    private StoreActions() {
    }

    static List<Action> all() {
        return List.of(
                Action.create(KIND, "CreateBucket", Text.of("New bucket", "Nuevo bucket"),
                        Page.of(Text.of("Name", "Nombre"),
                                Text.of("A bucket is a folder of objects; its name is unique in the world.",
                                        "Un bucket es una carpeta de objetos; su nombre es único en el mundo."),
                                Field.of("Bucket", Text.of("Bucket name", "Nombre del bucket"),
                                        Text.of("3 to 63 lower-case letters, digits, dots and hyphens.",
                                                "De 3 a 63 minúsculas, cifras, puntos y guiones.")))),
                Action.empty(KIND, Text.of("Empty bucket", "Vaciar bucket")),
                Action.delete(KIND, "DeleteBucket", Text.of("Delete bucket", "Eliminar bucket"),
                        Map.of("Bucket", "{name}")));
    }
}
