package org.aforo.ui.internal.scenarios.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the caret is ({@code |} in these texts). */
class YamlPlaceTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            |                                                    ; []                                   ; key   ; ''
            na|                                                  ; []                                   ; key   ; na
            name: Cl|                                            ; [name]                               ; value ; Cl
            run: { f|                                            ; [run]                                ; key   ; f
            run: { for: 5|                                       ; [run, for]                           ; value ; 5
            run: { for: 5m, dr|                                  ; [run]                                ; key   ; dr
            run:~  for: 1m~  d|                                  ; [run]                                ; key   ; d
            setup:~  - |                                         ; [setup, []]                          ; key   ; ''
            setup:~  - kin|                                      ; [setup, []]                          ; key   ; kin
            setup:~- kin|                                        ; [setup, []]                          ; key   ; kin
            setup:~  - s3.CreateBucket: { Bu|                    ; [setup, [], s3.CreateBucket]         ; key   ; Bu
            setup:~  - s3.CreateBucket:~      B|                 ; [setup, [], s3.CreateBucket]         ; key   ; B
            setup:~  - a.B:~      C: { D: { E|                   ; [setup, [], a.B, C, D]               ; key   ; E
            setup:~  - a.B: { }~  - c|                           ; [setup, []]                          ; key   ; c
            producers:~  - name: a~    t|                        ; [producers, []]                      ; key   ; t
            producers:~  - name: a~    to: k|                    ; [producers, [], to]                  ; value ; k
            producers:~  - { name: a, to: k|                     ; [producers, [], to]                  ; value ; k
            producers:~  - name: a~    phases:~      - { r|      ; [producers, [], phases, []]          ; key   ; r
            expect:~  - flushes: { of: k, reasons: [S|           ; [expect, [], flushes, reasons, []]   ; value ; S
            expect:~  - flushes:~      reasons: [SIZE, |         ; [expect, [], flushes, reasons, []]   ; value ; ''
            expect:~  - |                                        ; [expect, []]                         ; key   ; ''
            faults:~  - throttle: |                              ; [faults, [], throttle]               ; value ; ''
            description: >-~  name: this is text~cl|             ; []                                   ; key   ; cl
            name: [broken~run: { |                               ; [run]                                ; key   ; ''
            """)
    void tellsWhereItIs(String text, String path, String what, String prefix) {
        String whole = text.replace('~', '\n');
        int caret = whole.indexOf('|');

        YamlPlace place = YamlPlace.of(whole.replace("|", ""), caret);

        assertThat(place.path()).hasToString(path);
        assertThat(place.value()).as("a value").isEqualTo(what.equals("value"));
        assertThat(place.prefix()).isEqualTo(prefix);
    }

    @Test
    void knowsTheKeysBesideIt() {
        String text = "producers:\n  - name: a\n    demo: ticker\n    \n    rate: 5/s\n  - name: b\n    for: 1m\nrun:\n";

        YamlPlace place = YamlPlace.of(text, text.indexOf("    \n") + 4);

        assertThat(place.present()).containsExactly("demo", "name", "rate");
    }

    @Test
    void knowsTheKeysWithinTheBraces() {
        String text = "expect:\n  - flushes: { of: k, reasons: [SIZE], ";

        assertThat(YamlPlace.of(text, text.length()).present()).containsExactly("of", "reasons");
    }
}
