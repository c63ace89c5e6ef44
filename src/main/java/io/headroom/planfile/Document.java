package io.headroom.planfile;

import io.headroom.plan.Review;
import io.headroom.planfile.disk.SaveResult;
import java.nio.file.Path;
import java.util.List;

/**
 * A review and the file it came from.
 *
 * @param file where it was opened or saved last, or null where it never was
 * @param opened the review as the file has it
 * @param hash of the file's bytes as this program knows them, or null where there is no file
 */
public record Document(Path file, Opened opened, String hash) {

    /** A review that no file holds yet. */
    public static Document unsaved(Review review) {
        return new Document(null, new Opened(review, false, List.of()), null);
    }

    /** The review as the file has it. */
    public Review review() {
        return opened.review();
    }

    /** Whether {@code path} is where it was opened or saved last. */
    boolean isFile(Path path) {
        return file != null && path.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize());
    }

    /** This document after a save of {@code review}: only {@code Saved} makes it the file's content. */
    public Document after(SaveResult result, Review review, Path path) {
        return switch (result) {
            case SaveResult.Saved saved -> new Document(path, new Opened(review, false, List.of()), saved.hash());
            // written but not confirmed: the next save must not take the own bytes for somebody else's
            case SaveResult.Failed failed when failed.hash() != null && isFile(path) ->
                new Document(file, opened, failed.hash());
            case SaveResult.Failed failed -> this;
            case SaveResult.ChangedOutside changed -> this;
        };
    }
}
