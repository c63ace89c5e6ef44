package io.headroom.cli.sweep;

import io.headroom.cli.output.Terminal;
import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import java.nio.file.Path;

/** Says every few seconds how far a sweep is. */
final class Progress {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);
    private static final long EVERY_NANOS = 5_000_000_000L;
    private static final double NANO = 1e-9;

    private final Terminal terminal;
    private final int parts;
    private final long start = System.nanoTime();
    private long told = start;

    Progress(Terminal terminal, int parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    /** So many parts are written, the last of them of {@code pair}. */
    void done(int count, Pair pair) {
        if (System.nanoTime() - told >= EVERY_NANOS) {
            told = System.nanoTime();
            terminal.message(FORMAT.share((double) count / parts) + " (" + count + " of " + parts + " searches), at "
                    + pair);
        }
    }

    /** The file is in place. */
    void end(long rows, Path file) {
        terminal.message("Wrote " + file + ": " + rows + " rows of " + parts + " searches in "
                + FORMAT.text((System.nanoTime() - start) * NANO, Dimension.SECONDS) + ".");
    }
}
