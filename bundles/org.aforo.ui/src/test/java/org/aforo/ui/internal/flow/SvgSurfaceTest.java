package org.aforo.ui.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.aforo.ui.internal.flow.FlowPlan.Area;
import org.aforo.ui.internal.flow.FlowPlan.Point;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgSurfaceTest {

    @Test
    void whatIsDrawnIsWellFormed() throws Exception {
        SvgSurface surface = new SvgSurface(tint -> new RGB(1, 2, 255), 300, 200);
        surface.fill(new Area(0, 0, 10, 10), 3, Tint.NODE);
        surface.frame(new Area(0, 0, 10, 10), 0, Tint.LINE, 1.5, true);
        surface.arrow(List.of(new Point(0, 0), new Point(10, 0)), Tint.CALM, 2, 6, 0);
        surface.text("a <b> & \u0001 \u00f1", 1, 2, 200, Surface.Type.STRONG, Tint.TEXT);
        surface.icon("stream", 0, 0);
        surface.fault(3, 3);

        Document parsed = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(surface.file())));

        assertThat(parsed.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 300.0 200.0");
        assertThat(parsed.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("a <b> &   \u00f1");
        assertThat(surface.file()).contains("fill=\"#0102ff\"").contains("stroke-dasharray=\"6.0\"");
    }
}
