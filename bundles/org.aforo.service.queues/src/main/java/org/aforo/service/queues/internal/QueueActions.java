package org.aforo.service.queues.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.Action;
import org.aforo.api.Action.Field;
import org.aforo.api.Action.Page;
import org.aforo.api.Text;

/** What a person can do with queues. */
final class QueueActions {

    private static final String QUEUE = "queue";
    private static final String ATTRIBUTES = "Attributes";
    private static final Map<String, String> BY_URL = Map.of("QueueUrl", "http://bench/{attribute:Account}/{name}");

    private QueueActions() {
    }

    static List<Action> all() {
        return List.of(
                create(Text.of("New queue", "Nueva cola"), "", standard()),
                create(Text.of("New FIFO queue", "Nueva cola FIFO"), ".fifo", fifo()),
                send(),
                change(),
                Action.update(QUEUE, "StartMessageMoveTask",
                        Text.of("Move dead letters back", "Devolver los mensajes fallidos"),
                        Map.of("SourceArn", "{arn}"), move()),
                Action.empty(QUEUE, Text.of("Purge queue", "Vaciar cola")),
                Action.delete(QUEUE, "DeleteQueue", Text.of("Delete queue", "Eliminar cola"), BY_URL));
    }

    private static Map<String, String> standard() {
        Map<String, String> preset = new LinkedHashMap<>();
        preset.put("VisibilityTimeout", "30");
        preset.put("MessageRetentionPeriod", "345600");
        preset.put("DelaySeconds", "0");
        preset.put("ReceiveMessageWaitTimeSeconds", "0");
        return preset;
    }

    private static Map<String, String> fifo() {
        Map<String, String> preset = new LinkedHashMap<>();
        preset.put("FifoQueue", "true");
        preset.put("ContentBasedDeduplication", "true");
        preset.putAll(standard());
        return preset;
    }

    private static Action create(Text title, String suffix, Map<String, String> preset) {
        Field name = Field.of("QueueName", Text.of("Name", "Nombre"),
                Text.of("Letters, digits, hyphens and underscores, at most 80; a FIFO queue's ends in .fifo.",
                        "Letras, dígitos, guiones y guiones bajos, como mucho 80; el de una cola FIFO acaba en "
                                + ".fifo."));
        return Action.create(QUEUE, "CreateQueue", title,
                Page.of(Text.of("Name and attributes", "Nombre y atributos"),
                        Text.of("A queue holds each message until a consumer deletes it, or its time is over.",
                                "Una cola guarda cada mensaje hasta que un consumidor lo borra o acaba su tiempo."),
                        suffix.isEmpty() ? name : name.preset("cola" + suffix), attributes().preset(preset)),
                Page.of(Text.of("Tags", "Etiquetas"), Text.of("Nothing depends on them.", "Nada depende de ellas."),
                        Field.of("tags", Text.of("Tags", "Etiquetas"),
                                Text.of("Key and value.", "Clave y valor."))));
    }

    private static Field attributes() {
        return Field.of(ATTRIBUTES, Text.of("Attributes", "Atributos"),
                Text.of("Times in seconds. For a dead-letter queue: RedrivePolicy, with a value such as "
                        + "{\"deadLetterTargetArn\":\"arn:…\",\"maxReceiveCount\":3}.",
                        "Tiempos en segundos. Para una cola de mensajes fallidos: RedrivePolicy, con un valor como "
                                + "{\"deadLetterTargetArn\":\"arn:…\",\"maxReceiveCount\":3}."));
    }

    private static Action send() {
        return Action.update(QUEUE, "SendMessage", Text.of("Send message", "Enviar mensaje"), BY_URL,
                Page.of(Text.of("Message", "Mensaje"), Text.of("One message to this queue.", "Un mensaje a esta cola."),
                        Field.of("MessageBody", Text.of("Body", "Cuerpo"),
                                Text.of("Text, at most 1 MiB with its attributes.",
                                        "Texto, como mucho 1 MiB con sus atributos.")),
                        Field.of("MessageGroupId", Text.of("Message group", "Grupo de mensajes"),
                                Text.of("A FIFO queue needs it; in a standard queue it makes for fairness.",
                                        "Una cola FIFO lo necesita; en una estándar da equidad.")),
                        Field.of("MessageDeduplicationId", Text.of("Deduplication id", "Id. de deduplicación"),
                                Text.of("FIFO queues only; the body's hash unless told.",
                                        "Solo en colas FIFO; si falta, el hash del cuerpo.")),
                        Field.of("DelaySeconds", Text.of("Delay (s)", "Retardo (s)"),
                                Text.of("Standard queues only, at most 900.",
                                        "Solo en colas estándar, como mucho 900."))));
    }

    private static Action change() {
        return Action.update(QUEUE, "SetQueueAttributes", Text.of("Change attributes", "Cambiar atributos"), BY_URL,
                Page.of(Text.of("Attributes", "Atributos"),
                        Text.of("What isn't named stays as it is.", "Lo que no se nombra queda como está."),
                        attributes()));
    }

    private static Page move() {
        return Page.of(Text.of("Redrive", "Reenvío"),
                Text.of("Messages go back to the queues they came from, or to another one.",
                        "Los mensajes vuelven a las colas de donde vinieron, o a otra."),
                Field.of("DestinationArn", Text.of("To", "A"),
                        Text.of("The queues they came from unless told.", "Si falta, a las colas de origen."))
                        .arnOf(QUEUE),
                Field.of("MaxNumberOfMessagesPerSecond", Text.of("Messages a second", "Mensajes por segundo"),
                        Text.of("1 to 500; as fast as it goes unless told.",
                                "De 1 a 500; si falta, lo más rápido posible.")));
    }
}
