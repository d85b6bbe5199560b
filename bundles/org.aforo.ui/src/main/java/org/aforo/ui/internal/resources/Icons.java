package org.aforo.ui.internal.resources;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.aforo.client.BenchConnection;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.swt.graphics.Image;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The icons of this bundle's {@code icons} folder, crisp at every zoom, shared and never disposed by who asks. */
public final class Icons {

    private static final Bundle BUNDLE = FrameworkUtil.getBundle(Icons.class);
    /** Which kinds have an icon of their own: looking each time is too slow for a tree that scrolls. */
    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private Icons() {
    }

    /** The icon {@code icons/NAME.svg}. */
    public static ImageDescriptor descriptor(String name) {
        return ImageDescriptor.createFromURL(FileLocator.find(BUNDLE, new Path("icons/" + name + ".svg")));
    }

    /** The icon {@code icons/NAME.svg}; for the UI thread. */
    public static Image image(String name) {
        return registered("org.aforo.ui." + name, () -> descriptor(name));
    }

    /** That of a kind of resource, {@code icons/kind-KIND.svg}, or the one for any resource; with badges upon it. */
    public static Image resource(String kind, boolean stale, boolean broken, boolean fault, boolean producer) {
        String base = has("kind-" + kind) ? "kind-" + kind : "resource";
        if (!stale && !broken && !fault && !producer) {
            return image(base);
        }
        String key = "org.aforo.ui." + base + (stale ? "-s" : "") + (broken ? "-b" : "") + (fault ? "-f" : "")
                + (producer ? "-p" : "");
        return registered(key, () -> {
            ImageDescriptor[] badges = new ImageDescriptor[IDecoration.BOTTOM_RIGHT + 1];
            badges[IDecoration.TOP_RIGHT] = fault ? descriptor("badge-fault") : null;
            badges[IDecoration.BOTTOM_LEFT] = producer ? descriptor("badge-producer") : null;
            badges[IDecoration.BOTTOM_RIGHT] = broken ? descriptor("badge-broken")
                    : stale ? descriptor("badge-stale") : null;
            return new DecorationOverlayIcon(image(base), badges);
        });
    }

    /** That of a connection, by its state. */
    public static Image connection(BenchConnection connection) {
        return image(switch (connection.state()) {
            case LIVE -> "connection-live";
            case CONNECTING -> "connection-waiting";
            case ENDED -> "connection-ended";
            case LOST, CLOSED -> "connection-lost";
        });
    }

    private static boolean has(String name) {
        return KNOWN.computeIfAbsent(name, wanted -> wanted.indexOf('/') < 0
                && FileLocator.find(BUNDLE, new Path("icons/" + wanted + ".svg")) != null);
    }

    private static Image registered(String key, Supplier<ImageDescriptor> made) {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        Image image = registry.get(key);
        if (image == null) {
            registry.put(key, made.get());
            image = registry.get(key);
        }
        return image;
    }
}
