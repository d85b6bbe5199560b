package org.aforo.ui.internal.scenarios.editor;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.osgi.util.NLS;

/** Offers other words in place of one that may not stand there: what the problem itself names, then all that may. */
final class QuickFix implements IQuickAssistProcessor {

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private final ScenarioSchema schema;

    QuickFix(ScenarioSchema schema) {
        this.schema = schema;
    }

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        IDocument document = context.getSourceViewer().getDocument();
        IAnnotationModel model = context.getSourceViewer().getAnnotationModel();
        List<ICompletionProposal> proposals = new ArrayList<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            if (canFix(annotation) && here(document, model.getPosition(annotation), context.getOffset())) {
                proposals.addAll(proposals(document.get(), model.getPosition(annotation), annotation.getText()));
            }
        }
        return proposals.isEmpty() ? null : proposals.toArray(ICompletionProposal[]::new);
    }

    private static boolean here(IDocument document, Position position, int offset) {
        try {
            return document.getLineOfOffset(position.offset) == document.getLineOfOffset(offset);
        } catch (BadLocationException e) {
            return false; // the text has changed since it was checked
        }
    }

    private List<ICompletionProposal> proposals(String text, Position at, String problem) {
        return words(text, at.offset, at.offset + at.length, problem).stream()
                .map(word -> (ICompletionProposal) new CompletionProposal(word, at.offset, at.length, word.length(),
                        null, NLS.bind(Messages.replace_with, word), null, null))
                .toList();
    }

    /** What may stand in place of the word from {@code start} to {@code end}; none where the problem isn't that word. */
    Set<String> words(String text, int start, int end, String problem) {
        String wrong = text.substring(start, end);
        Set<String> words = new LinkedHashSet<>();
        for (Matcher quoted = QUOTED.matcher(problem); quoted.find();) {
            words.add(quoted.group(1));
        }
        if (!words.remove(wrong)) {
            return Set.of();
        }
        YamlPlace place = YamlPlace.of(text, end);
        words.addAll(place.value() ? schema.values(place.path(), text) : schema.keys(place.path()).keySet());
        words.removeAll(place.present());
        return words;
    }

    @Override
    public boolean canFix(Annotation annotation) {
        return annotation instanceof ProblemAnnotation && QUOTED.matcher(annotation.getText()).find();
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return false;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }
}
