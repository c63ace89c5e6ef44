package io.headroom.cli.sweep;

import io.headroom.cli.input.Refusal;
import io.headroom.planfile.disk.FileRefused;
import io.headroom.planfile.disk.StreamedSave;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A sweep's file that is being written: all of it, or what stood there before. */
final class SweepFile implements AutoCloseable {

    private final StreamedSave save;
    private final AtomicBoolean isCancelled = new AtomicBoolean();
    // Ctrl+C ends the program while the commands' own threads still run: the file is given up from here
    private final Thread hook = new Thread(this::giveUp, "sweep-stop");
    private long rows;

    SweepFile(Path path, SweepHeader header) throws Refusal {
        try {
            save = StreamedSave.begin(path);
        } catch (FileRefused e) {
            throw Refusal.failed(e.getMessage());
        }
        Runtime.getRuntime().addShutdownHook(hook);
        write(header.text() + SweepRows.line(SweepRows.columns()));
    }

    private void giveUp() {
        isCancelled.set(true);
        save.close();
    }

    /** Whether the program was told to stop. */
    boolean isCancelled() {
        return isCancelled.get();
    }

    /** Writes lines of so many rows. */
    void write(String lines, long count) throws Refusal {
        write(lines);
        rows += count;
    }

    private void write(String text) throws Refusal {
        try {
            save.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (FileRefused e) {
            throw Refusal.failed(e.getMessage());
        }
    }

    /** Rows so far. */
    long rows() {
        return rows;
    }

    /** Ends the file and puts it in place. */
    void commit() throws Refusal {
        write(SweepRows.last(rows));
        try {
            save.commit();
        } catch (FileRefused e) {
            throw Refusal.failed(e.getMessage());
        }
    }

    /** Gives up what is not in place yet. */
    @Override
    public void close() {
        save.close();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is being stopped: the hook has done the same
            isCancelled.set(true);
        }
    }
}
