package io.headroom.cli.picture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Draws the window without a display, which the command line does not know. */
public interface Renderer {

    /** Names of the views, the default first. */
    List<String> views();

    /**
     * Draws a picture into its file.
     *
     * @param messages for what a user should read
     * @return the exit code
     * @throws IOException where the file cannot be written; its message says why, and does not name the file
     */
    int render(RenderRequest request, PrintStream messages) throws IOException;

    /**
     * Makes a report, whose charts are those of the window.
     *
     * @return its files by path, the one asked for first; none is written
     */
    Map<Path, byte[]> report(ReportRequest request);
}
