package org.aforo.ui.internal.scenarios.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutlineTest {

    @Test
    void showsSectionsAndWhatStandsInEach() {
        var entries = Outline.entries("""
                name: Lab
                description: >-
                  not: a key
                setup:
                  - s3.CreateBucket: { Bucket: b }
                  - kinesis.CreateStream:
                      StreamName: s
                expect:
                - objects: { bucket: b }
                """);

        assertThat(entries).extracting(Outline.Entry::label).containsExactly("name: Lab", "description", "setup",
                "expect");
        assertThat(entries.get(2).children()).extracting(Outline.Entry::label)
                .containsExactly("s3.CreateBucket: { Bucket: b }", "kinesis.CreateStream");
        assertThat(entries.get(3).line()).isEqualTo(7);
        assertThat(entries.get(3).children()).hasSize(1);
    }

    @Test
    void aBrokenFileHasOneTooAsFarAsItGoes() {
        assertThat(Outline.entries("name: [broken\nsetup:\n\t- x\n")).extracting(Outline.Entry::label)
                .contains("name: [broken", "setup");
    }
}
