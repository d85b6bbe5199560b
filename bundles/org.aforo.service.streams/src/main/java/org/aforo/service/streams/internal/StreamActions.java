package org.aforo.service.streams.internal;

import java.util.List;
import java.util.Map;

import org.aforo.api.Action;
import org.aforo.api.Action.Field;
import org.aforo.api.Action.Page;
import org.aforo.api.Text;

/** What a person can do with streams and their shards. */
final class StreamActions {

    private static final String STREAM = "stream";
    private static final String SHARD = "shard";
    private static final Map<String, String> BY_ARN = Map.of("StreamARN", "{arn}");

    private StreamActions() {
    }

    static List<Action> all() {
        return List.of(create(), shards(), mode(), longer(), shorter(),
                Action.update(STREAM, "AddTagsToStream", Text.of("Add tags", "Añadir etiquetas"), BY_ARN,
                        Page.of(Text.of("Tags", "Etiquetas"), Text.of("Nothing depends on them.",
                                "Nada depende de ellas."),
                                Field.of("Tags", Text.of("Tags", "Etiquetas"), Text.of("Key and value.",
                                        "Clave y valor.")))),
                Action.update(STREAM, "RemoveTagsFromStream", Text.of("Remove tags", "Quitar etiquetas"), BY_ARN,
                        Page.of(Text.of("Tags", "Etiquetas"), Text.of("Those named go.", "Se quitan las que se "
                                + "nombren."),
                                Field.of("TagKeys", Text.of("Keys", "Claves"), Text.of("One each.",
                                        "Una cada vez.")))),
                split(), merge(),
                Action.delete(STREAM, "DeleteStream", Text.of("Delete stream", "Eliminar flujo"), BY_ARN));
    }

    private static Action shards() {
        return Action.update(STREAM, "UpdateShardCount",
                Text.of("Change shard count", "Cambiar el número de fragmentos"), BY_ARN,
                Page.of(Text.of("Shards", "Fragmentos"),
                        Text.of("Shards are split and merged until all take an equal part; at most to double or half.",
                                "Los fragmentos se dividen y se unen hasta repartirse por igual; como mucho al doble "
                                        + "o a la mitad."),
                        Field.of("TargetShardCount", Text.of("Shards", "Fragmentos"),
                                Text.of("Each takes 1 MiB or 1,000 records a second and gives 2 MiB.",
                                        "Cada uno recibe 1 MiB o 1.000 registros por segundo y entrega 2 MiB.")),
                        Field.of("ScalingType", Text.of("Scaling", "Escalado"),
                                Text.of("There is only this one.", "Solo hay este."))
                                .preset("UNIFORM_SCALING")));
    }

    private static Action mode() {
        return Action.update(STREAM, "UpdateStreamMode",
                Text.of("Change capacity mode", "Cambiar el modo de capacidad"),
                BY_ARN,
                Page.of(Text.of("Capacity mode", "Modo de capacidad"),
                        Text.of("Twice within 24 hours.", "Dos veces en 24 horas."),
                        Field.of("StreamModeDetails.StreamMode", Text.of("Capacity mode", "Modo de capacidad"),
                                Text.of("On-demand streams scale by themselves.",
                                        "Los flujos bajo demanda escalan por sí mismos."))));
    }

    private static Action longer() {
        return retention("IncreaseStreamRetentionPeriod", Text.of("Keep records longer", "Guardar más tiempo"),
                Text.of("At most 8,760 (a year).", "Como mucho 8.760 (un año)."));
    }

    private static Action shorter() {
        return retention("DecreaseStreamRetentionPeriod", Text.of("Keep records shorter", "Guardar menos tiempo"),
                Text.of("At least 24; what is older goes.", "Como poco 24; lo más antiguo se pierde."));
    }

    private static Action retention(String operation, Text title, Text help) {
        return Action.update(STREAM, operation, title, BY_ARN,
                Page.of(Text.of("Retention", "Retención"),
                        Text.of("How long records can be read again.", "Cuánto tiempo se pueden volver a leer los "
                                + "registros."),
                        Field.of("RetentionPeriodHours", Text.of("Hours", "Horas"), help)));
    }

    private static Action split() {
        return Action.update(SHARD, "SplitShard", Text.of("Split shard", "Dividir fragmento"),
                Map.of("StreamARN", "{parent.arn}", "ShardToSplit", "{name}"),
                Page.of(Text.of("Where", "Dónde"),
                        Text.of("Two shards take this one's part of the hash keys.",
                                "Dos fragmentos se reparten las claves hash de este."),
                        Field.of("NewStartingHashKey", Text.of("Second shard's first hash key",
                                "Primera clave hash del segundo"),
                                Text.of("Within this shard's range, which its properties tell.",
                                        "Dentro del rango de este fragmento, que está en sus propiedades."))));
    }

    private static Action merge() {
        return Action.update(SHARD, "MergeShards", Text.of("Merge with another shard", "Unir con otro fragmento"),
                Map.of("StreamARN", "{parent.arn}", "ShardToMerge", "{name}"),
                Page.of(Text.of("With which", "Con cuál"),
                        Text.of("One shard takes both parts of the hash keys, which must lie side by side.",
                                "Un fragmento se queda con las claves hash de ambos, que deben ser contiguas."),
                        Field.of("AdjacentShardToMerge", Text.of("Other shard", "Otro fragmento"),
                                Text.of("Its id, such as shardId-000000000001.",
                                        "Su id, como shardId-000000000001."))));
    }

    private static Action create() {
        return Action.create(STREAM, "CreateStream", Text.of("New stream", "Nuevo flujo"),
                Page.of(Text.of("Name and capacity", "Nombre y capacidad"),
                        Text.of("A stream keeps records in order, shard by shard, for 24 hours.",
                                "Un flujo guarda los registros en orden, fragmento a fragmento, durante 24 horas."),
                        Field.of("StreamName", Text.of("Name", "Nombre"),
                                Text.of("Unique within account and region.", "Único en la cuenta y la región.")),
                        Field.of("StreamModeDetails.StreamMode", Text.of("Capacity mode", "Modo de capacidad"),
                                Text.of("On-demand streams begin with four shards; provisioned ones have as many as "
                                        + "you say.",
                                        "Los flujos bajo demanda empiezan con cuatro fragmentos; los "
                                                + "aprovisionados tienen los que se indiquen."))
                                .preset("PROVISIONED"),
                        Field.of("ShardCount", Text.of("Shards", "Fragmentos"),
                                Text.of("Each takes 1 MiB or 1,000 records a second and gives 2 MiB.",
                                        "Cada uno recibe 1 MiB o 1.000 registros por segundo y entrega 2 MiB."))
                                .preset(1)));
    }
}
