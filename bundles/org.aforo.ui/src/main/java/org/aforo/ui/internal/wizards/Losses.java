package org.aforo.ui.internal.wizards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.aforo.client.BufferView;
import org.aforo.client.LiveResource;
import org.eclipse.osgi.util.NLS;

/** What is lost with resources, told before they are removed or emptied. */
final class Losses {

    private static final int MOST = 8;

    private Losses() {
    }

    /** A question on top, a line for each resource, and that it is for good. */
    static String text(String question, List<LiveResource> resources) {
        StringBuilder text = new StringBuilder(question).append('\n');
        resources.stream().limit(MOST).forEach(resource -> text.append("\n\u2022 ").append(line(resource)));
        if (resources.size() > MOST) {
            text.append('\n').append(NLS.bind(Messages.andMore, resources.size() - MOST));
        }
        return text.append("\n\n").append(Messages.lossFinal).toString();
    }

    private static String line(LiveResource resource) {
        List<String> details = new ArrayList<>();
        List<LiveResource> parts = resource.connection().children(resource);
        if (!parts.isEmpty()) {
            details.add(NLS.bind(Messages.lossChildren, parts.size()));
        }
        if (resource.state().in().records() > 0) {
            details.add(NLS.bind(Messages.lossRecords, resource.state().in().records()));
        }
        long waiting = waiting(resource) + parts.stream().mapToLong(Losses::waiting).sum();
        if (waiting > 0) {
            details.add(NLS.bind(Messages.lossWaiting, waiting));
        }
        List<String> readers = resource.connection().resources().stream()
                .filter(other -> other.state().links().stream().anyMatch(link -> link.to().equals(resource.arn())))
                .filter(other -> !other.state().parent().equals(Optional.of(resource.arn())))
                .map(other -> other.state().name()).limit(MOST).toList();
        if (!readers.isEmpty()) {
            details.add(NLS.bind(Messages.lossReaders, String.join(", ", readers)));
        }
        String name = resource.word(resource.state().kind()) + ' ' + resource.state().name();
        return details.isEmpty() ? name : name + " (" + String.join("; ", details) + ')';
    }

    private static long waiting(LiveResource resource) {
        return resource.state().buffers().stream().filter(buffer -> buffer.flushAt().isPresent())
                .mapToLong(BufferView::records).sum();
    }
}
