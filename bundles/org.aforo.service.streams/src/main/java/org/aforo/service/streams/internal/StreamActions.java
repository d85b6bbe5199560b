package org.aforo.service.streams.internal;

import java.util.List;
import java.util.Map;

import org.aforo.api.Action;
import org.aforo.api.Action.Field;
import org.aforo.api.Action.Page;
import org.aforo.api.Text;

/** What a person can do with streams. */
final class StreamActions {

    private StreamActions() {
    }

    static List<Action> all() {
        return List.of(create(), Action.delete("stream", "DeleteStream", Text.of("Delete stream", "Eliminar flujo"),
                Map.of("StreamARN", "{arn}")));
    }

    private static Action create() {
        return Action.create("stream", "CreateStream", Text.of("New stream", "Nuevo flujo"),
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
