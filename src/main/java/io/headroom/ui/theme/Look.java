package io.headroom.ui.theme;

/** What the user chose to see. */
public enum Look {
    LIGHT, DARK,
    /** Light or dark, as the operating system says, also when it changes its mind. */
    SYSTEM
}
