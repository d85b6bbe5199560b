package org.aforo.ui.internal.flow;

/** What a colour is for; the theme says which it is. */
enum Tint {
    CANVAS, NODE, PART, TRACK, LINE, FAINT, TEXT, SELECTED, CALM, WARM, HOT
}
