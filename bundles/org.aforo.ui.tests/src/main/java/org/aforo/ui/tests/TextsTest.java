package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Every text of the workbench is there in English and in Spanish, with the same placeholders. */
class TextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d[^}]*}");

    static Stream<Arguments> texts() {
        return Arrays.stream(FrameworkUtil.getBundle(TextsTest.class).getBundleContext().getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.aforo.ui")
                        && !bundle.getSymbolicName().endsWith(".tests"))
                .flatMap(bundle -> Stream.of("messages.properties", "plugin.properties")
                        .flatMap(name -> entries(bundle, name))
                        .map(url -> Arguments.of(bundle.getSymbolicName(), url.getPath(), url)));
    }

    private static Stream<URL> entries(Bundle bundle, String name) {
        Enumeration<URL> found = bundle.findEntries("/", name, true);
        return found == null ? Stream.empty() : Collections.list(found).stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("texts")
    void aTextIsThereInBothLanguages(String bundle, String path, URL url) throws IOException {
        Properties english = read(url);
        Properties spanish = read(new URL(url, path.replace(".properties", "_es.properties")));

        assertThat(new TreeSet<>(spanish.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(spanish.getProperty(key)).as(key).isNotBlank();
            assertThat(placeholders(spanish.getProperty(key))).as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        });
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).map(p -> p.substring(0, 2)).sorted()
                .toList();
    }

    private static Properties read(URL url) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = url.openStream()) {
            properties.load(in);
        }
        return properties;
    }
}
