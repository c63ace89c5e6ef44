package io.headroom.cli.input;

import io.headroom.catalog.Catalog;
import io.headroom.check.audit.ClaimedReport;
import io.headroom.check.audit.ReviewClaims;
import io.headroom.cli.output.Terminal;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonWriter;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.planfile.Documents;
import io.headroom.planfile.Embedded;
import io.headroom.planfile.Opened;
import io.headroom.planfile.PlanFile;
import io.headroom.planfile.disk.FileRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the plan file that a command names, and finds plans in it. */
public final class ReviewFile {

    private static final int NAMED = 20;

    private ReviewFile() {
    }

    /** The review in {@code file}; what its reader should hear goes to {@code terminal}'s messages. */
    public static Review read(Path file, Catalog catalog, Terminal terminal) throws Refusal {
        return read(file, bytes(file, catalog), catalog, terminal);
    }

    private static Review read(Path file, byte[] bytes, Catalog catalog, Terminal terminal) throws Refusal {
        try {
            Opened opened = PlanFile.read(file.toString(), bytes, catalog);
            opened.remarks().forEach(remark -> terminal.message(file + ": " + remark));
            return opened.review();
        } catch (JsonRefused e) {
            throw Refusal.notValid(e.getMessage());
        }
    }

    /** What {@code file} holds; of a report as a page the plan file inside of it. */
    public static byte[] bytes(Path file, Catalog catalog) throws Refusal {
        try {
            byte[] bytes = new Documents(catalog).read(file);
            return Embedded.find(bytes).orElse(bytes);
        } catch (FileRefused e) {
            throw Refusal.failed(e.getMessage());
        }
    }

    /** The figures of the plan file {@code bytes} as claims, each with its line. */
    public static ClaimedReport claims(Path file, byte[] bytes, Catalog catalog, Terminal terminal) throws Refusal {
        Review review = read(file, bytes, catalog, terminal);
        try {
            JsonObject root = (JsonObject) JsonReader.read(file.toString(), bytes);
            return ReviewClaims.of(review, (plan, figure) -> ((JsonArray) ((JsonObject) ((JsonArray) root.get("plans"))
                    .items().get(plan)).get("figures")).items().get(figure).at().line());
        } catch (JsonRefused e) {
            throw Refusal.notValid(e.getMessage());
        }
    }

    /** Index of the plan named {@code name}; of the first where no name is given. */
    public static int indexOf(String name, Review review) throws Refusal {
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
    public static List<Plan> select(String name, Review review) throws Refusal {
        return name == null ? review.plans() : List.of(review.plans().get(indexOf(name, review)));
    }
}
