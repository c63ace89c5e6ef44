package io.headroom.planfile.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The disk itself. */
public final class RealDisk implements DiskOps {

    private static final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    // scanners and indexers hold a fresh file for a moment on Windows: 20 ms doubling, seven times, 2.5 s in all
    private static final int MOVE_TRIES = WINDOWS ? 8 : 1;
    private static final int FIRST_PAUSE_MILLIS = 20;

    @Override
    public FileState stat(Path path) throws IOException {
        BasicFileAttributes a;
        try {
            a = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return FileState.MISSING;
        }
        FileState.Kind kind = a.isSymbolicLink() ? FileState.Kind.LINK : a.isDirectory() ? FileState.Kind.FOLDER
                : a.isRegularFile() ? FileState.Kind.FILE : FileState.Kind.OTHER;
        boolean unix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        int names = unix && kind == FileState.Kind.FILE
                ? (int) Files.getAttribute(path, "unix:nlink", LinkOption.NOFOLLOW_LINKS) : 1;
        return new FileState(kind, a.size(), names, Files.isWritable(path), a.lastModifiedTime().toInstant());
    }

    @Override
    public Path readLink(Path link) throws IOException {
        return Files.readSymbolicLink(link);
    }

    @Override
    public byte[] read(Path file, int limit) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            // one byte more tells a file that is too long from one that just fits
            int most = (int) Math.min(Math.max(channel.size(), 0), limit) + 1;
            ByteBuffer buffer = ByteBuffer.allocate(most);
            while (channel.read(buffer) >= 0) {
                if (!buffer.hasRemaining()) {
                    if (buffer.capacity() > limit) {
                        break;
                    }
                    // the file grew while it was read
                    int larger = (int) Math.min(2L * buffer.capacity(), limit + 1L);
                    buffer = ByteBuffer.allocate(larger).put(buffer.flip());
                }
            }
            return java.util.Arrays.copyOf(buffer.array(), buffer.position());
        }
    }

    @Override
    public Output create(Path file, boolean ownerOnly) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = ownerOnly && posix
                ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0];
        return new ChannelOutput(FileChannel.open(file, options, attributes));
    }

    @Override
    public Output overwrite(Path file) throws IOException {
        return new ChannelOutput(
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    @Override
    public void copyAttributes(Path from, Path to) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (old != null) {
            PosixFileAttributes a = old.readAttributes();
            PosixFileAttributeView fresh = Files.getFileAttributeView(to, PosixFileAttributeView.class);
            if (!fresh.readAttributes().group().equals(a.group())) {
                bestEffort(() -> fresh.setGroup(a.group()));
            }
            // last, because a change of group may clear bits
            fresh.setPermissions(a.permissions());
        } else {
            DosFileAttributeView dos = Files.getFileAttributeView(to, DosFileAttributeView.class);
            if (dos != null && Files.isHidden(from)) {
                dos.setHidden(true);
            }
        }
        bestEffort(() -> copyUserAttributes(from, to));
    }

    private static void copyUserAttributes(Path from, Path to) throws IOException {
        UserDefinedFileAttributeView old = Files.getFileAttributeView(from, UserDefinedFileAttributeView.class);
        UserDefinedFileAttributeView fresh = Files.getFileAttributeView(to, UserDefinedFileAttributeView.class);
        if (old == null || fresh == null) {
            return;
        }
        for (String name : old.list()) {
            ByteBuffer value = ByteBuffer.allocate(old.size(name));
            old.read(name, value);
            fresh.write(name, value.flip());
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (AtomicMoveNotSupportedException e) {
                throw e;
            } catch (FileSystemException e) {
                if (attempt == MOVE_TRIES) {
                    throw e;
                }
                sleep(pause);
                pause *= 2;
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void forceDirectory(Path folder) throws IOException {
        // Windows cannot open a folder as a channel
        if (!WINDOWS) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A step that may fail without harm. */
    private interface Step {
        void run() throws IOException;
    }

    // only an owner who is in the group may set it, and not every disk keeps extended attributes
    private static void bestEffort(Step step) {
        try {
            step.run();
        } catch (IOException | UnsupportedOperationException e) {
            return;
        }
    }

    /** A channel that a file is written through. */
    private record ChannelOutput(FileChannel channel) implements Output {

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return channel.write(bytes);
        }

        @Override
        public void force() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
