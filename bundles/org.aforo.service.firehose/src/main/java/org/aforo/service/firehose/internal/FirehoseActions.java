package org.aforo.service.firehose.internal;

import java.util.List;
import java.util.Map;

import org.aforo.api.Action;
import org.aforo.api.Action.Field;
import org.aforo.api.Action.Page;
import org.aforo.api.BenchSettings;
import org.aforo.api.Text;
import org.aforo.service.firehose.internal.op.DescribeDeliveryStream;

/** What a person can do with delivery streams; making one goes the way of the lab, steps 4 to 13, with its values. */
final class FirehoseActions {

    private static final String KIND = "delivery-stream";
    private static final String S3 = "ExtendedS3DestinationConfiguration.";
    private static final String S3_UPDATE = "ExtendedS3DestinationUpdate.";
    private static final String LAB_ROLE = "arn:aws:iam::" + BenchSettings.DEFAULT_ACCOUNT + ":role/LabRole";

    private static final Map<String, String> BY_NAME = Map.of("DeliveryStreamName", "{name}");
    private static final Text TAGS = Text.of("Tags", "Etiquetas");
    private static final Text TAGS_HELP = Text.of("A tag tells, for example, which department is billed.",
            "Una etiqueta dice, por ejemplo, a qué departamento se factura.");

    private FirehoseActions() {
    }

    static List<Action> all() {
        return List.of(
                Action.create(KIND, "CreateDeliveryStream", Text.of("New delivery stream", "Nuevo flujo de entrega"),
                        source(), name(), transformation(), destination(S3, true), buffer(S3, true),
                        extras(S3, true), tags(), role()),
                Action.update(KIND, "UpdateDestination", Text.of("Edit destination", "Editar destino"),
                        Map.of("DeliveryStreamName", "{name}", "CurrentDeliveryStreamVersionId",
                                "{attribute:version}", "DestinationId", DescribeDeliveryStream.DESTINATION_ID),
                        destination(S3_UPDATE, false), buffer(S3_UPDATE, false), extras(S3_UPDATE, false)),
                Action.update(KIND, "TagDeliveryStream", Text.of("Add tags", "Añadir etiquetas"), BY_NAME,
                        Page.of(TAGS, TAGS_HELP, Field.of("Tags", TAGS, Text.of("Key and value.", "Clave y valor.")))),
                Action.update(KIND, "UntagDeliveryStream", Text.of("Remove tags", "Quitar etiquetas"), BY_NAME,
                        Page.of(TAGS, Text.of("Those named go.", "Se quitan las que se nombren."),
                                Field.of("TagKeys", Text.of("Keys", "Claves"),
                                        Text.of("One each.", "Una cada vez.")))),
                Action.delete(KIND, "DeleteDeliveryStream", Text.of("Delete delivery stream",
                        "Eliminar flujo de entrega"), BY_NAME));
    }

    private static Page source() {
        return Page.of(Text.of("Source and destination", "Origen y destino"),
                Text.of("Where records come from; they go to Amazon S3.",
                        "De dónde vienen los registros; van a Amazon S3."),
                Field.of("DeliveryStreamType", Text.of("Source", "Origen"),
                        Text.of("DirectPut: producers put records. KinesisStreamAsSource: a stream is read.",
                                "DirectPut: los productores envían registros. KinesisStreamAsSource: se lee un "
                                        + "flujo."))
                        .preset("DirectPut"),
                Field.of("KinesisStreamSourceConfiguration.KinesisStreamARN", Text.of("Stream", "Flujo"),
                        Text.of("Only with the source KinesisStreamAsSource.",
                                "Solo con el origen KinesisStreamAsSource."))
                        .arnOf("stream"),
                Field.of("KinesisStreamSourceConfiguration.RoleARN", Text.of("Role for the stream",
                        "Rol para el flujo"),
                        Text.of("Only with the source KinesisStreamAsSource.",
                                "Solo con el origen KinesisStreamAsSource.")));
    }

    private static Page name() {
        return Page.of(Text.of("Name", "Nombre"), Text.of("Producers call it by this name.",
                "Los productores lo llaman por este nombre."),
                Field.of("DeliveryStreamName", Text.of("Delivery stream name", "Nombre del flujo de entrega"),
                        Text.of("Unique within account and region.", "Único en la cuenta y la región."))
                        .preset("kinesis1"));
    }

    private static Page transformation() {
        return Page.of(Text.of("Transform and convert records", "Transformar y convertir registros"),
                Text.of("Both stay off: records pass unchanged.",
                        "Ambas quedan desactivadas: los registros pasan sin cambios."),
                Field.of(S3 + "ProcessingConfiguration.Enabled", Text.of("Transform by a function",
                        "Transformar con una función"),
                        Text.of("A Lambda function would be given each record.",
                                "Una función Lambda recibiría cada registro."))
                        .preset(false),
                Field.of(S3 + "DataFormatConversionConfiguration.Enabled", Text.of("Convert the record format",
                        "Convertir el formato"), Text.of("To Parquet or ORC.", "A Parquet u ORC."))
                        .preset(false));
    }

    private static Page destination(String in, boolean presets) {
        return Page.of(Text.of("Destination settings", "Configuración del destino"),
                Text.of("The bucket, and what its objects' keys begin with.",
                        "El bucket y cómo empiezan las claves de sus objetos."),
                Field.of(in + "BucketARN", Text.of("S3 bucket", "Bucket de S3"),
                        Text.of("The bucket that records are delivered to.",
                                "El bucket al que se entregan los registros."))
                        .arnOf("bucket"),
                Field.of(in + "Prefix", Text.of("Prefix", "Prefijo"),
                        Text.of("YYYY/MM/dd/HH/ in UTC is added unless it has expressions of its own.",
                                "Se añade YYYY/MM/dd/HH/ en UTC salvo que tenga expresiones propias."))
                        .preset(presets ? "datos/" : null),
                Field.of(in + "ErrorOutputPrefix", Text.of("Error prefix", "Prefijo de errores"),
                        Text.of("For what could not be delivered as it should.",
                                "Para lo que no se pudo entregar como debía."))
                        .preset(presets ? "errores/" : null));
    }

    private static Page buffer(String in, boolean presets) {
        return Page.of(Text.of("Buffer", "Búfer"),
                Text.of("Records are delivered when one of the two is reached, whichever is first.",
                        "Los registros se entregan al alcanzar uno de los dos, el que llegue antes."),
                Field.of(in + "BufferingHints.SizeInMBs", Text.of("Buffer size (MiB)", "Tamaño del búfer (MiB)"),
                        Text.of("1 to 128; AWS advises 5. Give both or neither.",
                                "De 1 a 128; AWS recomienda 5. Indique ambos o ninguno."))
                        .preset(presets ? 1 : null),
                Field.of(in + "BufferingHints.IntervalInSeconds", Text.of("Buffer interval (s)",
                        "Intervalo del búfer (s)"),
                        Text.of("0 to 900; AWS advises 300. Give both or neither.",
                                "De 0 a 900; AWS recomienda 300. Indique ambos o ninguno."))
                        .preset(presets ? 60 : null));
    }

    private static Page extras(String in, boolean presets) {
        return Page.of(Text.of("Compression, encryption, logging", "Compresión, cifrado, registro"),
                Text.of("Compression and encryption stay off, error logging on.",
                        "Compresión y cifrado quedan desactivados; el registro de errores, activado."),
                Field.of(in + "CompressionFormat", Text.of("Compression", "Compresión"),
                        Text.of("Of each object.", "De cada objeto."))
                        .preset(presets ? "UNCOMPRESSED" : null),
                Field.of(in + "EncryptionConfiguration.NoEncryptionConfig", Text.of("Encryption", "Cifrado"),
                        Text.of("By a KMS key, or none.", "Con una clave de KMS, o ninguno."))
                        .preset(presets ? "NoEncryption" : null),
                Field.of(in + "CloudWatchLoggingOptions.Enabled", Text.of("Error logging", "Registro de errores"),
                        Text.of("Whether failures are logged.", "Si se registran los fallos."))
                        .preset(presets ? true : null));
    }

    private static Page tags() {
        return Page.of(TAGS, TAGS_HELP,
                Field.of("Tags", TAGS, Text.of("Key and value.", "Clave y valor."))
                        .preset(List.of(Map.of("Key", "desarrollo_kinesis", "Value", "bolsa"))));
    }

    private static Page role() {
        return Page.of(Text.of("Permissions and review", "Permisos y revisión"),
                Text.of("The role in whose name records are delivered.",
                        "El rol en cuyo nombre se entregan los registros."),
                Field.of(S3 + "RoleARN", Text.of("Role", "Rol"),
                        Text.of("Any role's ARN; a bench has no IAM.",
                                "El ARN de cualquier rol; un banco no tiene IAM."))
                        .preset(LAB_ROLE));
    }
}
