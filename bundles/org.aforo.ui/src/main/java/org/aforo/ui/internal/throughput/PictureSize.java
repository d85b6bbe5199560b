package org.aforo.ui.internal.throughput;

/** How large a picture is exported. */
public enum PictureSize {

    AS_SHOWN(0, 0, 100), HD(1280, 720, 100), FULL_HD(1920, 1080, 150), UHD(3840, 2160, 300);

    private final int width;
    private final int height;
    private final int zoom;

    PictureSize(int width, int height, int zoom) {
        this.width = width;
        this.height = height;
        this.zoom = zoom;
    }

    /** In pixels; 0 for what is on the screen. */
    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Size of letters and strokes in per cent. */
    public int zoom() {
        return zoom;
    }

    public String title() {
        return this == AS_SHOWN ? Messages.asShown : width + " \u00d7 " + height;
    }
}
