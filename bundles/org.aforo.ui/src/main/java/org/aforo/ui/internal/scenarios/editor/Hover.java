package org.aforo.ui.internal.scenarios.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.ISourceViewer;

/** Tells what is wrong under the pointer, else what is said of the key there. */
final class Hover implements ITextHover {

    private final ScenarioSchema schema;

    Hover(ScenarioSchema schema) {
        this.schema = schema;
    }

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        List<String> problems = problems(viewer, region.getOffset());
        return problems.isEmpty() ? explain(viewer.getDocument(), region.getOffset()).orElse(null)
                : String.join("\n", problems);
    }

    private static List<String> problems(ITextViewer viewer, int offset) {
        List<String> texts = new ArrayList<>();
        if (viewer instanceof ISourceViewer source && source.getAnnotationModel() != null) {
            source.getAnnotationModel().getAnnotationIterator().forEachRemaining(annotation -> {
                var position = source.getAnnotationModel().getPosition(annotation);
                if (annotation instanceof ProblemAnnotation && position != null && position.overlapsWith(offset, 1)) {
                    texts.add(annotation.getText());
                }
            });
        }
        return texts;
    }

    private Optional<String> explain(IDocument document, int offset) {
        try {
            IRegion line = document.getLineInformationOfOffset(offset);
            String text = document.get(line.getOffset(), line.getLength());
            YamlLine parts = YamlLine.of(text);
            int column = offset - line.getOffset();
            if (parts.key().isEmpty() || column < parts.keyStart() || column >= parts.keyEnd()) {
                return Optional.empty();
            }
            List<String> parent = YamlPlace.of(document.get(), line.getOffset() + parts.keyStart()).path();
            return schema.at(parent).flatMap(above -> Optional.ofNullable(above.properties().get(parts.key()))
                    .map(said -> ScenarioSchema.explain(parts.key(), said, above.requires(parts.key()))));
        } catch (BadLocationException e) {
            return Optional.empty();
        }
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return new Region(offset, 0);
    }
}
