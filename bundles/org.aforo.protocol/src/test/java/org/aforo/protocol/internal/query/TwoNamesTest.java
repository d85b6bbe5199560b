package org.aforo.protocol.internal.query;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.fake.FakeRequest;
import org.aforo.protocol.internal.json.JsonRpc;
import org.aforo.protocol.internal.model.C2jLoader;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.validation.Validator;
import org.aforo.protocol.internal.wire.Incoming;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A model in JSON whose service was spoken to in forms before: names, addresses and errors of the older protocol. */
class TwoNamesTest {

    private static final String MODEL = """
            {"metadata":{"protocol":"json","serviceId":"Box","apiVersion":"1","jsonVersion":"1.0","targetPrefix":"Box",
                         "awsQueryCompatible":{},"addressed":"Url",
                         "missing":"MissingRequiredParameterException","xmlNamespace":"http://box/doc/"},
             "operations":{"Put":{"name":"Put","input":{"shape":"In"},"output":{"shape":"Out"}}},
             "shapes":{"In":{"type":"structure","required":["Url","Body"],
                             "members":{"Url":{"shape":"S"},"Body":{"shape":"S"},"Names":{"shape":"Names"},
                                        "Marks":{"shape":"Marks","locationName":"Mark"},
                                        "Entries":{"shape":"Entries"}}},
                       "Out":{"type":"structure","members":{"Names":{"shape":"Names"},
                              "Marks":{"shape":"Marks","locationName":"Mark"}}},
                       "Entry":{"type":"structure","required":["Id"],"members":{"Id":{"shape":"S"}}},
                       "Entries":{"type":"list","member":{"shape":"Entry","locationName":"Entry"},"flattened":true},
                       "Names":{"type":"list","member":{"shape":"S","locationName":"Name"},"flattened":true},
                       "Marks":{"type":"map","key":{"shape":"S","locationName":"Key"},
                                "value":{"shape":"S","locationName":"Value"},"flattened":true},
                       "S":{"type":"string"},
                       "NotThere":{"type":"structure","members":{"message":{"shape":"S"}},"exception":true,
                                   "error":{"code":"Box.NotThere","queryMessage":"No such box in this version."}},
                       "MissingRequiredParameterException":{"type":"structure","members":{"message":{"shape":"S"}},
                                   "exception":true,"error":{"code":"MissingParameter"}}}}""";

    @TempDir
    Path folder;

    private ServiceModel model;
    private Operation put;

    @BeforeEach
    void load() throws IOException {
        model = C2jLoader.load(Files.writeString(folder.resolve("model.json"), MODEL).toUri().toURL());
        put = model.operations().get("Put");
    }

    @Test
    void aFormHasTheOlderNamesAndIsSentToWhatItIsAbout() throws IOException {
        Struct input = Query.INSTANCE.decode(
                form("/1/a", "Action=Put&Body=b&Name.1=x&Name.2=y&Mark.1.Key=k&Mark.1.Value=v"),
                model, put);

        assertThat(input.get(input.shape().member("Url"))).isEqualTo("http://box:80/1/a");
        assertThat(input.get(input.shape().member("Names"))).isEqualTo(List.of("x", "y"));
        assertThat(input.get(input.shape().member("Marks"))).isEqualTo(Map.of("k", "v"));
    }

    @Test
    void oneItemNeedsNoNumber() throws IOException {
        Struct input = Query.INSTANCE.decode(form("/", "Action=Put&Url=u&Name=x&Mark.Key=k&Mark.Value=v"), model, put);

        assertThat(input.get(input.shape().member("Url"))).isEqualTo("u");
        assertThat(input.get(input.shape().member("Names"))).isEqualTo(List.of("x"));
        assertThat(input.get(input.shape().member("Marks"))).isEqualTo(Map.of("k", "v"));
    }

    @Test
    void answersHaveTheOlderNamesInXmlAndTheirOwnInJson() {
        Struct output = new Struct(put.output());
        output.set(put.output().member("Names"), List.of("x", "y"));
        output.set(put.output().member("Marks"), Map.of("k", "v"));

        assertThat(text(Query.INSTANCE.encode(form("/", ""), model, put, output)))
                .startsWith("<PutResponse xmlns=\"http://box/doc/\"><PutResult><Name>x</Name><Name>y</Name>"
                        + "<Mark><Key>k</Key><Value>v</Value></Mark></PutResult>");
        assertThat(text(JsonRpc.V1_0.encode(form("/", ""), model, put, output)))
                .isEqualTo("{\"Names\":[\"x\",\"y\"],\"Marks\":{\"k\":\"v\"}}");
    }

    @Test
    void anErrorIsToldInEachProtocolsWords() {
        AwsError error = AwsError.client("NotThere", "No such box.");

        assertThat(text(Query.INSTANCE.error(form("/", ""), model, error)))
                .contains("<Code>Box.NotThere</Code><Message>No such box in this version.</Message></Error>");
        WireResponse json = JsonRpc.V1_0.error(form("/", ""), model, error);
        assertThat(text(json)).isEqualTo("{\"__type\":\"com.amazonaws.box#NotThere\",\"message\":\"No such box.\"}");
        assertThat(json.headers()).containsEntry("x-amzn-query-error", "Box.NotThere;Sender");
    }

    @Test
    void theFirstParameterThatIsMissingIsNamed() {
        Struct entry = new Struct(put.input().member("Entries").shape().item().shape());
        Struct input = new Struct(put.input());
        input.set(put.input().member("Url"), "u");
        assertThatThrownBy(() -> Validator.check(model, input))
                .hasMessage("The request must contain the parameter Body.")
                .extracting(e -> ((AwsError) e).code()).isEqualTo("MissingRequiredParameterException");

        input.set(put.input().member("Body"), "b");
        input.set(put.input().member("Entries"), List.of(entry));
        assertThatThrownBy(() -> Validator.check(model, input))
                .hasMessage("The request must contain the parameter Entries.1.Id.");
    }

    private static Incoming form(String path, String body) {
        return new Incoming(FakeRequest.of("POST", path, body).with("host", "box:80")
                .with("content-type", "application/x-www-form-urlencoded"), "id");
    }

    private static String text(WireResponse response) {
        return StandardCharsets.UTF_8.decode(response.body().duplicate()).toString();
    }
}
