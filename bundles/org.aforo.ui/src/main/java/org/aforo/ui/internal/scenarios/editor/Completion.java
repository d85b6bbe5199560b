package org.aforo.ui.internal.scenarios.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;

/** Offers keys, values, operations and names that may stand where the caret is, each with what is said of it. */
final class Completion implements IContentAssistProcessor {

    private static final char[] BY_THEMSELVES = {'.', ':'};

    private final ScenarioSchema schema;

    Completion(ScenarioSchema schema) {
        this.schema = schema;
    }

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        return propose(viewer.getDocument().get(), offset).toArray(ICompletionProposal[]::new);
    }

    List<ICompletionProposal> propose(String text, int offset) {
        YamlPlace place = YamlPlace.of(text, offset);
        List<ICompletionProposal> proposals = new ArrayList<>();
        if (place.value()) {
            schema.values(place.path(), text).stream().filter(value -> begins(value, place.prefix())).forEach(value -> {
                String space = spaced(text, offset - place.prefix().length()) ? "" : " ";
                proposals.add(proposal(place, offset, space + value, value, ""));
            });
        } else if (ScenarioSchema.operation(place.path())) {
            schema.api().operations().stream().filter(name -> begins(name, place.prefix()))
                    .forEach(name -> proposals.add(proposal(place, offset, name + ": ", name, "")));
            keys(place, offset, proposals);
        } else {
            keys(place, offset, proposals);
        }
        return proposals;
    }

    private void keys(YamlPlace place, int offset, List<ICompletionProposal> proposals) {
        var parent = schema.at(place.path());
        schema.keys(place.path()).forEach((name, said) -> {
            if (begins(name, place.prefix()) && !place.present().contains(name)) {
                boolean required = parent.filter(known -> known.requires(name)).isPresent();
                proposals.add(proposal(place, offset, name + after(said, place), name,
                        ScenarioSchema.explain(name, said, required)));
            }
        });
    }

    /** A scalar follows on the line, an object or a list below it. */
    private static String after(Schema said, YamlPlace place) {
        if (place.flow()) {
            return ": ";
        }
        return switch (said.type()) {
            case "object" -> ":\n" + " ".repeat(place.indent() + 2);
            case "array" -> ":\n" + " ".repeat(place.indent() + 2) + "- ";
            default -> ": ";
        };
    }

    private static boolean spaced(String text, int at) {
        return at == 0 || " [{\n".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean begins(String candidate, String prefix) {
        return candidate.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
    }

    private static ICompletionProposal proposal(YamlPlace place, int offset, String insert, String shown, String info) {
        int start = offset - place.prefix().length();
        return new CompletionProposal(insert, start, place.prefix().length(), insert.length(), null, shown, null,
                info.isEmpty() ? null : info);
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return BY_THEMSELVES.clone();
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return new IContextInformation[0];
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }
}
