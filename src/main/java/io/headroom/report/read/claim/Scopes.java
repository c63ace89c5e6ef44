package io.headroom.report.read.claim;

import io.headroom.check.audit.Measure;
import io.headroom.report.read.quantity.Quantity;
import io.headroom.report.read.quantity.Sort;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What sets statements about one metric of one plan apart, so that they do not contradict each other. */
final class Scopes {

    private static final Pattern TOLD = Pattern.compile("(?i)\\b(claimed|actual)\\b");
    private static final Pattern PART = Pattern.compile("(?i)^\\W*(attention|moe|ffn|mlp|embedding|linear|experts?)\\b");
    private static final Pattern A_DAY = Pattern.compile("(?i)[\\d.,]+\\s*[KMB]?\\s*tok(?:en)?s?\\s*/\\s*day");
    private static final Pattern PERCENTILE = Pattern.compile("(?i)\\bp(50|90|95|99)\\b");
    private static final Pattern INDUSTRY = Pattern.compile("(?i)\\bindustry|typical|competitor|others\\b");

    private static final Pattern CARD = Pattern.compile("^\\W*([ABHLV]\\d{2,3}S?|MI\\d{3}X?|GH200|RTX \\w+|TPU \\w+)\\W*$");

    private Scopes() {
    }

    static String of(String metric, Quantity q, Clause c, RoleChoice.Chosen chosen) {
        if (!chosen.scope().isEmpty()) {
            return ends(chosen.scope(), q);
        }
        if (metric.startsWith("cost.perDay")) {
            Matcher day = A_DAY.matcher(c.headers().isEmpty() ? c.line() : c.headers());
            return day.find() ? day.group().strip() : "";
        }
        if (INDUSTRY.matcher(c.headers()).find()) {
            return ends("industry", q);
        }
        String near = c.own() + " " + (c.headers().isEmpty() ? c.before().contains(":") || c.own().contains("actual") ? "" : c.label()
                : c.headers());
        if (metric.equals(Measure.SAVINGS)) {
            return q.sort() == Sort.MONEY_PER_YEAR ? "year" : q.sort() == Sort.MONEY_PER_DAY ? "day" : "";
        }
        if (metric.equals(Measure.DURATION)) {
            return c.after().matches("(?is)^\\s*total\\b.*") ? "total" : "";
        }
        if (metric.equals(Measure.RATIO) || metric.equals(Measure.CHANGE) || metric.equals(Measure.GAIN)) {
            return "";
        }
        Matcher card = CARD.matcher(c.label());
        if (card.find() && (metric.equals("memory.capacity") || metric.startsWith("cost."))) {
            return card.group(1).toLowerCase(Locale.ROOT);
        }
        Matcher told = TOLD.matcher(c.own());
        if (told.find()) {
            return told(told.group(1));
        }
        told = TOLD.matcher(near);
        if (told.find() && !metric.equals(Vocabulary.BATCH) && !metric.startsWith("parallelism")) {
            return told(told.group(1));
        }
        Matcher part = PART.matcher(c.label().isEmpty() ? c.headers() : c.label());
        if (metric.startsWith("prefill.flops") && part.find()) {
            return part.group(1).toLowerCase(Locale.ROOT);
        }
        Matcher percentile = PERCENTILE.matcher(c.own());
        return ends(percentile.find() ? "p" + percentile.group(1) : "", q);
    }

    // what an earlier text claimed does not compete with what this one finds
    private static String told(String word) {
        return word.equalsIgnoreCase("claimed") ? "claimed" : "";
    }

    private static String ends(String scope, Quantity q) {
        String end = q.rangeEnd() < 0 ? "from" : q.rangeEnd() > 0 ? "to" : "";
        return scope.isEmpty() ? end : end.isEmpty() ? scope : scope + " " + end;
    }
}
