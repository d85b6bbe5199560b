package org.aforo.service.queues.internal.attributes;

import java.util.List;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.QueueSettings;
import org.aforo.service.queues.internal.Queues;

/** Permissions as settings of a queue: statements of its policy. */
public final class Policies {

    private Policies() {
    }

    /**
     * The settings with one more permission; see {@link PolicyDocument#with}.
     *
     * @throws AwsError {@code OverLimit} too
     */
    public static QueueSettings with(QueueSettings settings, Queues queues, Arn queue, String label,
            List<String> accounts, List<String> actions) throws AwsError {
        Draft draft = new Draft(settings);
        draft.policy = PolicyDocument.checked(PolicyDocument.with(settings.policy(), queue, label, accounts, actions),
                queues);
        return draft.settings();
    }

    /** The settings without a permission; see {@link PolicyDocument#without}. */
    public static QueueSettings without(QueueSettings settings, String label) throws AwsError {
        Draft draft = new Draft(settings);
        draft.policy = PolicyDocument.without(settings.policy(), label);
        return draft.settings();
    }
}
