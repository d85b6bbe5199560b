package org.aforo.ui.help.internal;

import java.util.Optional;

import org.aforo.client.BenchException;
import org.aforo.client.LiveResource;

/** What the buttons of the tour do. */
enum Step {

    /** Shows all that is on the bench. */
    RESOURCES("resources") {
        @Override
        Outcome act(Lab lab) {
            return Outcome.shown();
        }
    },
    BUCKET("resources") {
        @Override
        Outcome act(Lab lab) throws BenchException {
            lab.createBucket();
            return Outcome.select(lab::bucket);
        }
    },
    /** Shows that nothing is in the bucket yet. */
    EMPTY("help.answers") {
        @Override
        Outcome act(Lab lab) throws BenchException {
            return Outcome.told(lab.objects(""));
        }
    },
    STREAM("resources") {
        @Override
        Outcome act(Lab lab) throws BenchException {
            lab.createStream();
            return Outcome.select(lab::stream);
        }
    },
    /** Shows the delivery stream among the resources. */
    ACTIVE("resources") {
        @Override
        Outcome act(Lab lab) {
            return Outcome.select(lab::stream);
        }
    },
    START("buffers") {
        @Override
        Outcome act(Lab lab) throws BenchException, InterruptedException {
            lab.start();
            return Outcome.select(lab::stream);
        }
    },
    STOP("buffers") {
        @Override
        Outcome act(Lab lab) throws BenchException {
            lab.stop();
            return Outcome.select(lab::stream);
        }
    },
    PROPERTIES("properties") {
        @Override
        Outcome act(Lab lab) {
            return Outcome.select(lab::stream);
        }
    },
    BUFFERS("buffers") {
        @Override
        Outcome act(Lab lab) {
            return Outcome.select(lab::stream);
        }
    },
    MINUTE("buffers") {
        @Override
        Outcome act(Lab lab) throws BenchException {
            lab.minute();
            return Outcome.select(lab::stream);
        }
    },
    TAGS("help.answers") {
        @Override
        Outcome act(Lab lab) throws BenchException {
            return Outcome.told(lab.tags());
        }
    },
    THROUGHPUT("throughput") {
        @Override
        Outcome act(Lab lab) {
            return Outcome.select(lab::stream);
        }
    },
    OBJECTS("help.answers") {
        @Override
        Outcome act(Lab lab) throws BenchException {
            return Outcome.told(lab.objects("datos/"));
        }
    },
    ERRORS("help.answers") {
        @Override
        Outcome act(Lab lab) throws BenchException {
            return Outcome.told(lab.objects("errores/"));
        }
    },
    RECORDS("records") {
        @Override
        Outcome act(Lab lab) {
            return Outcome.select(lab::bucket);
        }
    },
    SQL("help.answers") {
        @Override
        Outcome act(Lab lab) throws BenchException {
            return Outcome.told(lab.sql());
        }
    };

    /** Finds what is to be selected; it may come a moment after it was made. */
    @FunctionalInterface
    interface Subject {
        Optional<LiveResource> find();
    }

    /** What a step leaves to show: a resource to select, or an answer; neither, just the view. */
    record Outcome(Optional<Subject> subject, Optional<Answer> answer) {

        static Outcome shown() {
            return new Outcome(Optional.empty(), Optional.empty());
        }

        static Outcome select(Subject subject) {
            return new Outcome(Optional.of(subject), Optional.empty());
        }

        static Outcome told(Answer answer) {
            return new Outcome(Optional.empty(), Optional.of(answer));
        }
    }

    private final String view;

    Step(String view) {
        this.view = view;
    }

    /** Id of the view that shows what came of it. */
    String view() {
        return this == PROPERTIES ? "org.eclipse.ui.views.PropertySheet" : "org.aforo.ui." + view;
    }

    /** Does it; may block. */
    abstract Outcome act(Lab lab) throws BenchException, InterruptedException;
}
