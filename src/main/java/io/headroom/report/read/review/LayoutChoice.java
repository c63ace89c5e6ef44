package io.headroom.report.read.review;

import io.headroom.catalog.ModelSpec;
import io.headroom.check.audit.Open;
import io.headroom.plan.Parallelism;
import io.headroom.report.read.claim.Subject;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The degrees of a plan as stated, with the ones that the number of GPUs leaves. */
final class LayoutChoice {

    private static final int EXPERT_GUESS = 4;
    private static final int PIPELINE_GUESS = 2;
    private static final int MOST = 65_536;

    private LayoutChoice() {
    }

    static Parallelism of(Facts facts, String subject, ModelSpec model, List<OpenPoint> open) {
        OptionalInt tensor = degree(facts, subject, "TP", "parallelism.tensor");
        OptionalInt pipeline = degree(facts, subject, "PP", "parallelism.pipeline");
        OptionalInt data = degree(facts, subject, "DP", "parallelism.data");
        OptionalInt expert = degree(facts, subject, "EP", "parallelism.expert");
        OptionalInt sequence = facts.given("parallelism.sequence", subject);
        OptionalInt context = facts.given("parallelism.context", subject);
        OptionalInt gpus = facts.given("gpus", subject);
        boolean none = tensor.isEmpty() && pipeline.isEmpty() && data.isEmpty() && expert.isEmpty();
        if (none) {
            return guessed(gpus.orElse(1), gpus.isPresent(), model, subject, open);
        }
        StringBuilder assumed = new StringBuilder();
        int p = pipeline.orElseGet(() -> other(facts, subject, gpus, assumed));
        int t = tensor.orElse(1);
        int d = data.orElse(1);
        int e = expert.orElse(1);
        int width = gpus.isPresent() && gpus.getAsInt() % (p * d) == 0 ? gpus.getAsInt() / (p * d) : Math.max(t, e);
        if (expert.isEmpty() && width > t && model.isMoe() && model.shape().moe().experts() % width == 0 && width % t == 0) {
            e = width;
            assumed.append(" EP ").append(e).append(", which the ").append(gpus.getAsInt()).append(" GPUs leave.");
        } else if (data.isEmpty() && gpus.isPresent() && gpus.getAsInt() % (Math.max(t, e) * p) == 0) {
            d = gpus.getAsInt() / (Math.max(t, e) * p);
            assumed.append(" DP ").append(d).append('.');
        }
        if (!assumed.isEmpty()) {
            open.add(new OpenPoint(subject, Open.LAYOUT, "gpus", "Open: degrees that the report does not state. Assumed:" + assumed));
        }
        int stages = Math.min(p, MOST);
        List<Integer> layers = pipeline.isEmpty() ? List.of() : facts.list(stages, l -> l.stream().mapToInt(Integer::intValue).sum()
                == model.layers());
        return new Parallelism(Math.min(t, MOST), stages, Math.min(d, MOST), Math.min(e, MOST), Math.min(context.orElse(1), MOST),
                sequence.orElse(1) > 1, layers);
    }

    // "vLLM TP4" says it in its name
    private static OptionalInt degree(Facts facts, String subject, String letters, String metric) {
        Matcher m = Pattern.compile("(?i)(?:^|[^a-z])" + letters + "[-_ =]?(\\d{1,4})(?![\\da-z])").matcher(subject);
        return m.find() ? OptionalInt.of(Math.max(1, Integer.parseInt(m.group(1)))) : facts.given(metric, subject);
    }

    // stages as in the other plan, where the GPUs allow it
    private static int other(Facts facts, String subject, OptionalInt gpus, StringBuilder assumed) {
        for (Subject s : facts.subjects().all()) {
            OptionalInt p = s.name().equals(subject) ? OptionalInt.empty() : facts.given("parallelism.pipeline", s.name());
            if (p.isPresent() && gpus.isPresent() && gpus.getAsInt() % p.getAsInt() == 0) {
                assumed.append(" PP ").append(p.getAsInt()).append(", as in the plan \"").append(s.name()).append("\".");
                return p.getAsInt();
            }
        }
        return 1;
    }

    private static Parallelism guessed(int gpus, boolean stated, ModelSpec model, String subject, List<OpenPoint> open) {
        if (gpus == 1) {
            return Parallelism.SINGLE;
        }
        boolean expert = model.isMoe() && model.shape().moe().experts() % EXPERT_GUESS == 0
                && gpus % (EXPERT_GUESS * PIPELINE_GUESS) == 0 && model.layers() >= PIPELINE_GUESS;
        Parallelism p = expert ? Parallelism.SINGLE.withExpert(EXPERT_GUESS).withPipeline(PIPELINE_GUESS)
                .withData(gpus / (EXPERT_GUESS * PIPELINE_GUESS)) : Parallelism.SINGLE.withData(Math.min(gpus, MOST));
        open.add(new OpenPoint(subject, Open.LAYOUT, "gpus", "Open: the report states no degrees. Assumed: EP " + p.expert() + " · PP "
                + p.pipeline() + " · DP " + p.data() + " on " + gpus + " GPUs."));
        return p;
    }
}
