package io.headroom.session.draft;

import io.headroom.catalog.Catalog;
import io.headroom.json.Fields;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonValue;
import io.headroom.json.JsonWriter;
import io.headroom.json.Problems;
import io.headroom.plan.Review;
import io.headroom.planfile.Documents;
import io.headroom.planfile.PlanFile;
import io.headroom.planfile.disk.FileRefused;
import io.headroom.planfile.disk.Folders;
import io.headroom.planfile.disk.SaveResult;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drafts on the disk, one a process: {@code draft-PID.json} with the review as a plan file has it and where it came from.
 * A draft whose process has ended was left by a program that was killed. One that cannot be read is set aside as
 * {@code .damaged}: it must not be offered at every start, and not be lost either. Blocks on the disk.
 */
public final class Drafts {

    private static final Pattern NAME = Pattern.compile("draft-(\\d{1,18})\\.json");

    private static final int LONGEST_PATH = 32_767;

    private final Path folder;
    private final Documents documents;
    private final Catalog catalog;
    private final Path own;
    private final LongPredicate alive;

    /** Of this process. */
    public Drafts(Path folder, Documents documents, Catalog catalog) {
        this(folder, documents, catalog, ProcessHandle.current().pid(), pid -> ProcessHandle.of(pid).isPresent());
    }

    Drafts(Path folder, Documents documents, Catalog catalog, long pid, LongPredicate alive) {
        this.folder = folder;
        this.documents = documents;
        this.catalog = catalog;
        this.own = folder.resolve("draft-" + pid + ".json");
        this.alive = alive;
    }

    /** Keeps {@code review}, opened from {@code file} or from none (null); whether it is kept. */
    public boolean keep(Review review, Path file) {
        if (!Folders.make(folder)) {
            return false;
        }
        try {
            JsonObject.Builder draft = JsonObject.builder();
            if (file != null) {
                draft.put("file", file.toAbsolutePath().toString());
            }
            draft.put("review", JsonReader.read("draft", PlanFile.write(review)));
            return documents.export(own, JsonWriter.bytes(draft.build())) instanceof SaveResult.Saved;
        } catch (JsonRefused e) {
            return false;
        }
    }

    /** Removes the draft of this process: a file holds the review, or the user does not want it. */
    public void drop() {
        documents.remove(own);
    }

    /** Removes {@code draft}. */
    public void forget(Draft draft) {
        documents.remove(draft.kept());
    }

    /** What processes that have ended left, in the order of their names. */
    public List<Draft> left() {
        List<Draft> left = new ArrayList<>();
        for (Path file : documents.list(folder)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches() && !file.equals(own) && !alive.test(Long.parseLong(name.group(1)))) {
                read(file, left);
            }
        }
        return left;
    }

    private void read(Path kept, List<Draft> left) {
        byte[] bytes;
        try {
            bytes = documents.read(kept);
        } catch (FileRefused e) {
            return;
        }
        try {
            left.add(draft(kept, bytes));
        } catch (JsonRefused | InvalidPathException e) {
            documents.export(kept.resolveSibling(kept.getFileName() + ".damaged"), bytes);
            documents.remove(kept);
        }
    }

    private Draft draft(Path kept, byte[] bytes) throws JsonRefused {
        String name = kept.getFileName().toString();
        JsonValue value = JsonReader.read(name, bytes);
        Problems problems = new Problems(name);
        Fields fields = Fields.of(value, problems);
        problems.throwIfAny();
        String file = fields.text("file", LONGEST_PATH, "");
        Fields review = fields.object("review");
        problems.throwIfAny();
        return new Draft(kept, PlanFile.read(name, JsonWriter.bytes(review.json()), catalog).review(),
                file.isEmpty() ? null : Path.of(file));
    }
}
