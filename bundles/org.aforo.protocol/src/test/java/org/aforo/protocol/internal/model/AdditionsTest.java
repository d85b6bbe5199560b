package org.aforo.protocol.internal.model;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A published model, and what it lacks. */
class AdditionsTest {

    private static final String MODEL = """
            {"metadata":{"protocol":"json","serviceId":"Thing","apiVersion":"1","jsonVersion":"1.1"},
             "operations":{"Make":{"name":"Make","input":{"shape":"MakeInput"}}},
             "shapes":{"MakeInput":{"type":"structure","required":["Name"],"members":{"Name":{"shape":"Name"}}},
                       "Name":{"type":"string","max":8}}}""";
    private static final String ADDITIONS = """
            {"operations":{"Break":{"name":"Break","input":{"shape":"MakeInput"}}},
             "shapes":{"MakeInput":{"members":{"Size":{"shape":"Size"}}},"Name":{"max":16},
                       "Size":{"type":"integer","min":1}}}""";

    @TempDir
    Path folder;

    @Test
    void operationsAndMembersAreAddedAndTheRestStays() throws IOException {
        ServiceModel model = C2jLoader.load(file("model.json", MODEL), file("more.json", ADDITIONS));

        assertThat(model.operations()).containsOnlyKeys("Make", "Break");
        Shape input = model.operations().get("Break").input();
        assertThat(input.members()).extracting(Member::name).containsExactly("Name", "Size");
        assertThat(input.member("Name").required()).isTrue();
        assertThat(input.member("Size").required()).isFalse();
    }

    @Test
    void withoutAdditionsTheModelIsAsPublished() throws IOException {
        ServiceModel model = C2jLoader.load(file("model.json", MODEL));

        assertThat(model.operations()).containsOnlyKeys("Make");
    }

    private URL file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toUri().toURL();
    }
}
