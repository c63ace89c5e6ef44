package io.headroom;

import io.headroom.catalog.read.CatalogFiles;
import io.headroom.cli.Cli;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts the program: a plain class, because one that extends Application cannot start from the class path. */
public final class Main {

    private Main() {
    }

    /** Runs the command line; without a command it opens the window. */
    public static void main(String[] args) {
        PrintStream out = utf8(System.out);
        PrintStream err = utf8(System.err);
        int code = new Cli(CatalogFiles::load, new Pictures(), new WindowLauncher(err),
                new Reports(CatalogFiles::load)).run(args, out, err);
        out.flush();
        System.exit(code);
    }

    // a terminal without a locale would otherwise get question marks for ✓ and ×
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
