package org.aforo.service.topics.internal;

import java.util.List;
import java.util.Map;

import org.aforo.api.Action;
import org.aforo.api.Action.Field;
import org.aforo.api.Action.Page;
import org.aforo.api.Text;

/** What a person can do with topics, subscriptions and the outbox. */
final class TopicActions {

    private static final String TOPIC = "topic";
    private static final String SUBSCRIPTION = "subscription";
    private static final Map<String, String> TOPIC_ARN = Map.of("TopicArn", "{arn}");
    private static final Map<String, String> SUBSCRIPTION_ARN = Map.of("SubscriptionArn", "{arn}");

    private TopicActions() {
    }

    static List<Action> all() {
        return List.of(
                Action.create(TOPIC, "CreateTopic", Text.of("New topic", "Nuevo tema"), topic(), tags()),
                Action.update(TOPIC, "Publish", Text.of("Publish message", "Publicar mensaje"), TOPIC_ARN, message(),
                        order()),
                Action.create(SUBSCRIPTION, "Subscribe", Text.of("New subscription", "Nueva suscripción"), endpoint(),
                        options()),
                Action.delete(TOPIC, "DeleteTopic", Text.of("Delete topic", "Eliminar tema"), TOPIC_ARN),
                Action.update(SUBSCRIPTION, "SetSubscriptionAttributes",
                        Text.of("Edit attribute", "Editar atributo"), SUBSCRIPTION_ARN, attribute()),
                Action.delete(SUBSCRIPTION, "Unsubscribe", Text.of("Unsubscribe", "Cancelar suscripción"),
                        SUBSCRIPTION_ARN),
                Action.empty("outbox", Text.of("Empty outbox", "Vaciar bandeja de salida")));
    }

    private static Page topic() {
        return Page.of(Text.of("Name and type", "Nombre y tipo"),
                Text.of("What is published to a topic goes to each of its subscriptions.",
                        "Lo que se publica en un tema llega a cada una de sus suscripciones."),
                Field.of("Name", Text.of("Name", "Nombre"),
                        Text.of("That of a FIFO topic ends with .fifo.", "El de un tema FIFO termina en .fifo.")),
                Field.of("Attributes", Text.of("Attributes", "Atributos"),
                        Text.of("FifoTopic and ContentBasedDeduplication, as true, make a topic that keeps order.",
                                "FifoTopic y ContentBasedDeduplication, con true, hacen un tema que conserva el "
                                        + "orden."))
                        .preset(Map.of()));
    }

    private static Page tags() {
        return Page.of(Text.of("Tags", "Etiquetas"),
                Text.of("A tag tells, for example, which department is billed.",
                        "Una etiqueta dice, por ejemplo, a qué departamento se factura."),
                Field.of("Tags", Text.of("Tags", "Etiquetas"), Text.of("Key and value.", "Clave y valor.")));
    }

    private static Page message() {
        return Page.of(Text.of("Message", "Mensaje"), Text.of(
                "At most 256 KiB with its attributes, or what the topic's MaximumMessageSize says.",
                "Como máximo 256 KiB con sus atributos, o lo que diga MaximumMessageSize del tema."),
                Field.of("Message", Text.of("Text", "Texto"),
                        Text.of("What subscribers are told.", "Lo que reciben los suscriptores.")),
                Field.of("Subject", Text.of("Subject", "Asunto"),
                        Text.of("Of e-mails; optional.", "De los correos; opcional.")),
                Field.of("MessageAttributes", Text.of("Attributes", "Atributos"),
                        Text.of("What filter policies look at.", "Lo que miran las políticas de filtro.")));
    }

    private static Page order() {
        return Page.of(Text.of("Order", "Orden"), Text.of("For FIFO topics.", "Para temas FIFO."),
                Field.of("MessageGroupId", Text.of("Group", "Grupo"),
                        Text.of("Messages of a group are delivered in order.",
                                "Los mensajes de un grupo se entregan en orden.")),
                Field.of("MessageDeduplicationId", Text.of("Deduplication id", "Id de deduplicación"),
                        Text.of("Taken once in five minutes.", "Se acepta una vez en cinco minutos.")));
    }

    private static Page endpoint() {
        return Page.of(Text.of("Endpoint", "Destino"),
                Text.of("Who is given what is published.", "Quién recibe lo que se publica."),
                Field.of("TopicArn", Text.of("Topic", "Tema"), Text.of("What it subscribes to.", "A qué se suscribe."))
                        .arnOf(TOPIC),
                Field.of("Protocol", Text.of("Protocol", "Protocolo"),
                        Text.of("sqs, firehose, lambda, http, https, email, email-json or sms.",
                                "sqs, firehose, lambda, http, https, email, email-json o sms."))
                        .preset("sqs"),
                Field.of("Endpoint", Text.of("Endpoint", "Destino"),
                        Text.of("A queue's or delivery stream's ARN, a URL, an address or a number.",
                                "El ARN de una cola o de un flujo de entrega, una URL, una dirección o un número."))
                        .arnOf("queue"));
    }

    private static Page options() {
        return Page.of(Text.of("Options", "Opciones"),
                Text.of("Filter policy, raw delivery, dead letters.",
                        "Política de filtro, entrega sin formato, mensajes fallidos."),
                Field.of("Attributes", Text.of("Attributes", "Atributos"),
                        Text.of("FilterPolicy, FilterPolicyScope, RawMessageDelivery, RedrivePolicy, DeliveryPolicy, "
                                + "SubscriptionRoleArn.",
                                "FilterPolicy, FilterPolicyScope, RawMessageDelivery, RedrivePolicy, DeliveryPolicy, "
                                        + "SubscriptionRoleArn."))
                        .preset(Map.of()));
    }

    private static Page attribute() {
        return Page.of(Text.of("Attribute", "Atributo"),
                Text.of("In force for messages from now on.", "Vale para los mensajes a partir de ahora."),
                Field.of("AttributeName", Text.of("Name", "Nombre"),
                        Text.of("FilterPolicy, for example.", "FilterPolicy, por ejemplo."))
                        .preset("FilterPolicy"),
                Field.of("AttributeValue", Text.of("Value", "Valor"),
                        Text.of("Empty for none.", "Vacío para ninguno.")));
    }
}
