package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IContextProvider;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;

/** Every view has its help, in both languages. */
class HelpTest {

    private static final String PLUGIN = "/org.aforo.ui.help/";

    private static Bundle bundle() {
        return Platform.getBundle("org.aforo.ui.help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources", "throughput", "buffers", "flow", "records", "events", "scenarios", "plugins",
            "console"})
    void aViewHasItsHelp(String view) {
        IContextProvider help = Ui.await("the help of " + view,
                () -> Adapters.adapt(Ui.show("org.aforo.ui." + view), IContextProvider.class));

        IContext context = help.getContext(null);

        assertThat(context).isNotNull();
        assertThat(context.getRelatedTopics()).extracting(IHelpResource::getHref)
                .anyMatch(page -> page.contains("/views/" + view)).allSatisfy(HelpTest::isThere);
    }

    @Test
    void theContentsLeadToPages() {
        IToc toc = Arrays.stream(HelpSystem.getTocs()).filter(one -> one.getLabel().equals("Aforo")).findFirst()
                .orElseThrow();

        isThere(toc.getTopic(null).getHref());
        Arrays.stream(toc.getTopics()).forEach(HelpTest::leads);
    }

    private static void leads(ITopic topic) {
        if (topic.getHref() != null) {
            isThere(topic.getHref());
        }
        Arrays.stream(topic.getSubtopics()).forEach(HelpTest::leads);
    }

    private static void isThere(String page) {
        String path = page.substring(PLUGIN.length());
        assertThat(bundle().getEntry(path)).as(path).isNotNull();
        assertThat(bundle().getEntry("nl/es/" + path)).as("nl/es/" + path).isNotNull();
    }

    @Test
    void linksBetweenPagesLeadSomewhere() throws Exception {
        List<URL> pages = Collections.list(bundle().findEntries("/", "*.html", true));

        assertThat(pages).hasSizeGreaterThan(30);
        for (URL page : pages) {
            String text;
            try (InputStream in = page.openStream()) {
                text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            }
            var links = java.util.regex.Pattern.compile("(?:href|src)=\"([^\":#]+)\"").matcher(text);
            while (links.find()) {
                String target = java.net.URI.create(page.getPath()).resolve(links.group(1)).getPath();
                assertThat(bundle().getEntry(target)).as(page.getPath() + " -> " + target).isNotNull();
            }
        }
    }
}
