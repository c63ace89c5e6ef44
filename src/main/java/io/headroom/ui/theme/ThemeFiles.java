package io.headroom.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** The style sheets and fonts that come with the application. */
final class ThemeFiles {

    private static final String ROOT = "/io/headroom/assets/";

    private ThemeFiles() {
    }

    /** The address of a file below {@code assets}, as style sheet lists want it. */
    static String url(String path) {
        URL url = ThemeFiles.class.getResource(ROOT + path);
        if (url == null) {
            throw new IllegalStateException("Not in the application: " + path);
        }
        return url.toExternalForm();
    }

    static InputStream open(String path) {
        return ThemeFiles.class.getResourceAsStream(ROOT + path);
    }

    static String text(String path) {
        try (InputStream in = open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
