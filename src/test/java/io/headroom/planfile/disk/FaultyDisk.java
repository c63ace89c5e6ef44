package io.headroom.planfile.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real disk, whose n-th call fails or kills the program, before or after it has done its work. */
public final class FaultyDisk implements DiskOps {

    /** What happens at the n-th call. */
    public enum Fault { ERROR_BEFORE, ERROR_AFTER, ERROR_EVER_AFTER, KILL_BEFORE, KILL_AFTER }

    /** A kill: nothing catches it, so nothing is cleared away. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final RealDisk real = new RealDisk();
    private final Fault fault;
    private final int at;
    private final boolean atomicMoves;
    private final List<String> calls = new ArrayList<>();

    public FaultyDisk(Fault fault, int at) {
        this(fault, at, true);
    }

    public FaultyDisk(Fault fault, int at, boolean atomicMoves) {
        this.fault = fault;
        this.at = at;
        this.atomicMoves = atomicMoves;
    }

    /** What has been called, in order. */
    public List<String> calls() {
        return calls;
    }

    /** A call that returns something. */
    private interface Call<T> {
        T run() throws IOException;
    }

    private <T> T call(String name, Call<T> call) throws IOException {
        calls.add(name);
        int n = calls.size();
        if (fault == Fault.KILL_BEFORE && n == at) {
            throw new Killed();
        }
        if (fault == Fault.ERROR_BEFORE && n == at || fault == Fault.ERROR_EVER_AFTER && n >= at) {
            throw new IOException("fault at " + n);
        }
        T result = call.run();
        if (fault == Fault.KILL_AFTER && n == at) {
            throw new Killed();
        }
        if (fault == Fault.ERROR_AFTER && n == at) {
            throw new IOException("fault after " + n);
        }
        return result;
    }

    private void step(String name, Step step) throws IOException {
        call(name, () -> {
            step.run();
            return null;
        });
    }

    /** A call that returns nothing. */
    private interface Step {
        void run() throws IOException;
    }

    @Override
    public FileState stat(Path path) throws IOException {
        return call("stat", () -> real.stat(path));
    }

    @Override
    public Path readLink(Path link) throws IOException {
        return call("readLink", () -> real.readLink(link));
    }

    @Override
    public byte[] read(Path file, int limit) throws IOException {
        return call("read", () -> real.read(file, limit));
    }

    @Override
    public Output create(Path file, boolean ownerOnly) throws IOException {
        return new FaultyOutput(call("create", () -> real.create(file, ownerOnly)));
    }

    @Override
    public Output overwrite(Path file) throws IOException {
        return new FaultyOutput(call("overwrite", () -> real.overwrite(file)));
    }

    @Override
    public void copyAttributes(Path from, Path to) throws IOException {
        step("copyAttributes", () -> real.copyAttributes(from, to));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step("move", () -> {
            if (!atomicMoves) {
                throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "not on this disk");
            }
            real.move(from, to);
        });
    }

    @Override
    public void delete(Path file) throws IOException {
        step("delete", () -> real.delete(file));
    }

    @Override
    public void forceDirectory(Path folder) throws IOException {
        step("forceDirectory", () -> real.forceDirectory(folder));
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return call("list", () -> real.list(folder));
    }

    /** A file whose bytes go out in pieces, so that a fault can leave half of them. */
    private final class FaultyOutput implements Output {

        private final Output out;

        FaultyOutput(Output out) {
            this.out = out;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return call("write", () -> {
                int piece = Math.min(bytes.remaining(), 400);
                ByteBuffer part = bytes.slice(bytes.position(), piece);
                int n = out.write(part);
                bytes.position(bytes.position() + n);
                return n;
            });
        }

        @Override
        public void force() throws IOException {
            step("force", out::force);
        }

        @Override
        public void close() throws IOException {
            // a killed program's files are closed by the system
            out.close();
            step("close", () -> { });
        }
    }
}
