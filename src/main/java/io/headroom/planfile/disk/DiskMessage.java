package io.headroom.planfile.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What a failed disk call means, in words. */
final class DiskMessage {

    private DiskMessage() {
    }

    static String of(IOException e) {
        return switch (e) {
            case FileRefused r -> r.getMessage();
            case AccessDeniedException d -> "no permission" + at(d);
            case NoSuchFileException n -> "the folder does not exist or is gone" + at(n);
            case FileAlreadyExistsException x -> "something else stands there" + at(x);
            case FileSystemException f -> reason(f.getReason()) + at(f);
            default -> reason(e.getMessage());
        };
    }

    private static String at(FileSystemException e) {
        return e.getFile() == null ? "" : " (" + e.getFile() + ")";
    }

    // the reasons of Unix systems; others are passed on as they are
    private static String reason(String reason) {
        if (reason == null) {
            return "the disk gave an error without a reason";
        }
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space")) {
            return "the disk is full";
        }
        if (lower.contains("quota")) {
            return "your quota of the disk is used up";
        }
        if (lower.contains("read-only")) {
            return "the disk is read-only";
        }
        if (lower.contains("name too long")) {
            return "the name is too long for this disk";
        }
        return reason;
    }
}
