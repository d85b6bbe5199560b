package org.aforo.ui.internal.scenarios;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;

/** The marks of runs and expectations. */
final class Marks {

    private final LocalResourceManager images;

    /** Belongs to the display, so that labels of several viewers share the images. */
    Marks(Display display) {
        images = new LocalResourceManager(JFaceResources.getResources(display));
    }

    Image of(Run.State state) {
        return switch (state) {
            case STARTING, RUNNING -> image("running");
            case PASSED -> image("passed");
            case FAILED, BROKEN -> image("failed");
            case STOPPED -> image("skipped");
        };
    }

    Image of(Run.Result result) {
        return switch (result) {
            case PENDING -> image("pending");
            case PASSED -> image("passed");
            case FAILED -> image("failed");
            case SKIPPED -> image("skipped");
        };
    }

    private Image image(String name) {
        ImageDescriptor descriptor = ResourceLocator
                .imageDescriptorFromBundle("org.aforo.ui", "icons/scenario-" + name + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
        return images.create(descriptor);
    }

    void dispose() {
        images.dispose();
    }
}
