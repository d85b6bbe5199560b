package org.aforo.scenario.internal.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.aforo.scenario.Outcome;
import org.aforo.scenario.Outcome.Check;
import org.aforo.scenario.Outcome.Check.Result;

/** A run as JUnit XML: a suite, and a test case for each expectation. */
public final class JUnitReport {

    private JUnitReport() {
    }

    public static String of(Outcome outcome) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(xml, outcome);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text + "\n";
    }

    private static void suite(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
        String name = outcome.scenario().name();
        List<Check> checks = outcome.checks();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", clean(name));
        xml.writeAttribute("tests", Integer.toString(checks.size()));
        xml.writeAttribute("failures", count(checks, Result.FAILED));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", count(checks, Result.SKIPPED));
        xml.writeAttribute("time", seconds(outcome.real()));
        for (Check check : checks) {
            xml.writeCharacters("\n  ");
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", clean(name));
            xml.writeAttribute("name", clean(check.title()));
            xml.writeAttribute("time", seconds(check.took()));
            if (check.result() != Result.PASSED) {
                xml.writeEmptyElement(check.result() == Result.FAILED ? "failure" : "skipped");
                xml.writeAttribute("message", clean(check.detail()));
            }
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static String count(List<Check> checks, Result result) {
        return Long.toString(checks.stream().filter(check -> check.result() == result).count());
    }

    private static String seconds(Duration span) {
        return String.format(Locale.ROOT, "%.3f", span.toNanos() / 1e9);
    }

    /** Without the characters that XML can't hold. */
    private static String clean(String text) {
        return text.codePoints().filter(c -> c == '\t' || c == '\n' || c >= 0x20 && c != 0xFFFE && c != 0xFFFF
                && !(c >= 0xD800 && c <= 0xDFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
