package io.headroom.cli;

import io.headroom.catalog.Catalog;
import io.headroom.cli.output.Terminal;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonWriter;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.planfile.Opened;
import io.headroom.planfile.PlanFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the plan file that a command names, and finds plans in it. */
final class ReviewFile {

    private static final int NAMED = 20;

    private ReviewFile() {
    }

    /** The review in {@code file}; what its reader should hear goes to {@code terminal}'s messages. */
    static Review read(Path file, Catalog catalog, Terminal terminal) throws Refusal {
        try {
            Opened opened = PlanFile.read(file.toString(), bytes(file), catalog);
            opened.remarks().forEach(remark -> terminal.message(file + ": " + remark));
            return opened.review();
        } catch (JsonRefused e) {
            throw Refusal.notValid(e.getMessage());
        } catch (IOException e) {
            throw Refusal.failed(file + ": cannot be read: " + reason(e));
        }
    }

    /** Index of the plan named {@code name}; of the first where no name is given. */
    static int indexOf(String name, Review review) throws Refusal {
        List<Plan> plans = review.plans();
        if (name == null) {
            return 0;
        }
        return IntStream.range(0, plans.size()).filter(i -> plans.get(i).name().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.notValid("There is no plan \"" + name + "\". The file has: "
                        + names(plans)));
    }

    private static String names(List<Plan> plans) {
        String first = plans.stream().limit(NAMED).map(plan -> JsonWriter.quoted(plan.name()))
                .collect(Collectors.joining(", "));
        return plans.size() <= NAMED ? first : first + " and " + (plans.size() - NAMED) + " more";
    }

    /** The plan named {@code name}; every plan where no name is given. */
    static List<Plan> select(String name, Review review) throws Refusal {
        return name == null ? review.plans() : List.of(review.plans().get(indexOf(name, review)));
    }

    private static byte[] bytes(Path file) throws IOException, Refusal {
        if (Files.isDirectory(file)) {
            throw Refusal.failed(file + ": cannot be read: it is a folder");
        }
        // a device or a pipe may never end
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw Refusal.failed(file + ": cannot be read: it is not a regular file");
        }
        if (Files.size(file) > JsonReader.MAX_BYTES) {
            throw Refusal.notValid(file + ": is larger than " + (JsonReader.MAX_BYTES >> 20) + " MiB");
        }
        return Files.readAllBytes(file);
    }

    /** Why a file could not be used, in words. */
    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "access is denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
