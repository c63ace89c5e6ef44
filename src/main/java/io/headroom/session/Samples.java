package io.headroom.session;

import io.headroom.catalog.Catalog;
import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.estimate.Metric;
import io.headroom.format.Formatter;
import io.headroom.json.JsonRefused;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.planfile.Opened;
import io.headroom.planfile.PlanFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The plans that come with the program. */
public final class Samples {

    /** Their names, the five reports first. */
    public static final List<String> NAMES = List.of("report-000", "report-001", "report-002", "report-003",
            "report-004", "deepseek-v3-16xh100-sxm", "deepseek-v3-32xh800", "deepseek-v3-8xh200-sxm",
            "gpt-oss-120b-1xh100-sxm", "llama-3.1-70b-8xh100-sxm", "llama-3.1-8b-1xh100-sxm",
            "mixtral-8x7b-4xa100-sxm-80", "qwen3-235b-a22b-8xh20");
    /** What is shown where nobody asked for a file. */
    public static final String FIRST = "report-001";

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;
    private static final String ROOT = "/io/headroom/sample-plans/";

    private Samples() {
    }

    /** How the window calls the sample of this name. */
    public static String title(String name) {
        return name + PlanFile.EXTENSION + " (sample)";
    }

    /** What the sample of this name is and what becomes of its baseline, in a line: "Llama-3.1-8B on one H100: meets limits". */
    public static String line(String name, Catalog catalog) {
        Review review = read(name, catalog).review();
        Plan plan = review.plans().stream().filter(p -> p.name().equals(review.baseline())).findFirst()
                .orElse(review.plans().getFirst());
        Judgement judgement = Judge.judge(plan);
        String full = judgement.estimate().map(e -> ", memory " + FORMAT.share(e.get(Metric.MEMORY_UTILIZATION)) + " full")
                .orElse("");
        String more = review.plans().size() == 1 ? "" : ", one of " + review.plans().size() + " plans";
        return review.name() + ": " + judgement.verdict().word().toLowerCase(Locale.ROOT) + full + more;
    }

    /** The sample of this name. */
    public static Opened read(String name, Catalog catalog) {
        String file = name + PlanFile.EXTENSION;
        try (InputStream in = Samples.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalStateException("This installation lacks the sample " + file);
            }
            return PlanFile.read(file, in.readAllBytes(), catalog);
        } catch (IOException e) {
            throw new UncheckedIOException("This installation's sample cannot be read: " + file, e);
        } catch (JsonRefused e) {
            throw new IllegalStateException("This installation's sample is damaged: " + e.getMessage(), e);
        }
    }
}
