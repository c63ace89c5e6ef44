package io.headroom.report.read.review;

import io.headroom.catalog.NumberFormat;
import io.headroom.check.audit.Open;
import io.headroom.plan.Precision;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Number formats: those in a plan's name, else those the report states for weights, else 16 bit. */
final class PrecisionChoice {

    private static final Pattern FORMAT = Pattern.compile("(?i)(?<![a-z0-9])(fp8|fp16|bf16|int8|int4|nvfp4|mxfp4)(?![a-z0-9])");
    private static final Pattern STATED = Pattern.compile("(?i)precision|^\\W*model\\b|weights?|quanti[sz]|dtype|stored|\\bin (?:fp|bf|int|nvfp|mxfp)\\d+|data type");

    private PrecisionChoice() {
    }

    static Precision of(Facts facts, String plan, boolean known, List<OpenPoint> open) {
        Matcher own = FORMAT.matcher(plan.replace('_', ' '));
        if (own.find()) {
            NumberFormat weights = ReviewBuilder.format(own.group(1).toLowerCase(Locale.ROOT));
            return new Precision(weights, weights, NumberFormat.BF16, NumberFormat.BF16);
        }
        if (!facts.isBenchmark()) {
            for (var p : facts.outline().passages()) {
                Matcher m = FORMAT.matcher(p.text());
                if (STATED.matcher(p.text()).find() && m.find()) {
                    return all(ReviewBuilder.format(m.group(1).toLowerCase(Locale.ROOT)));
                }
            }
        }
        if (facts.isBenchmark()) {
            Set<String> formats = formats(facts.text());
            boolean isOfPlans = facts.subjects().all().stream().anyMatch(s -> FORMAT.matcher(s.name().replace('_', ' ')).find());
            if (formats.size() == 1 && !isOfPlans) {
                return all(ReviewBuilder.format(formats.iterator().next()));
            }
        }
        boolean half = !known || Serving.engine(plan) != null && Serving.engine(plan).equals("llama.cpp");
        NumberFormat sixteen = half ? NumberFormat.FP16 : NumberFormat.BF16;
        open.add(new OpenPoint(plan, Open.PRECISION, "memory.weights", "Open: number formats. Assumed: " + sixteen.key() + "."));
        return new Precision(sixteen, sixteen, sixteen, sixteen);
    }

    private static Set<String> formats(String text) {
        Set<String> formats = new TreeSet<>();
        Matcher m = FORMAT.matcher(text);
        while (m.find()) {
            formats.add(m.group(1).toLowerCase(Locale.ROOT));
        }
        return formats;
    }

    // a format of 8 bits or fewer is that of weights and cache; what layers pass on stays in 16 bits
    private static Precision all(NumberFormat f) {
        boolean wide = f == NumberFormat.FP16 || f == NumberFormat.BF16;
        boolean cache = wide || f == NumberFormat.FP8 || f == NumberFormat.INT8;
        return new Precision(f, f, cache ? f : NumberFormat.BF16, wide ? f : NumberFormat.BF16);
    }
}
