package io.headroom.report.read.claim;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Claim.Role;
import io.headroom.check.audit.Measure;
import io.headroom.report.read.quantity.Quantity;
import io.headroom.report.read.quantity.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What only the whole report settles: units that a table leaves out, whether "100 tokens/ms" is of a GPU or of the
 * system, which TTFT is meant, and whether "20 GB of weights" are those of a GPU or of the model.
 */
final class Settling {

    private static final String UNSCOPED = Vocabulary.THROUGHPUT + "?";
    private static final double SAME = 1e-9;
    private static final double REACH = 4;
    // two figures of bytes in one sentence
    private static final java.util.regex.Pattern RUNNING = java.util.regex.Pattern.compile("(?s)\\d\\s?[GT]i?B\\b.*\\d\\s?[GTM]i?B\\b");

    private Settling() {
    }

    static List<Found> settled(List<Found> found, Subjects subjects) {
        List<Found> all = new ArrayList<>(found);
        all.replaceAll(f -> unit(f, found));
        List<Found> withUnits = List.copyOf(all);
        all.replaceAll(f -> f.claim().metric().equals(UNSCOPED) ? f.metric(scope(f, withUnits)) : f);
        boolean benchmark = all.stream().anyMatch(f -> f.claim().role() == Role.MEASUREMENT);
        all.replaceAll(f -> f.claim().metric().equals(Vocabulary.TTFT) ? f.metric(ttft(f, benchmark)) : f);
        List<Found> named = List.copyOf(all);
        all.replaceAll(f -> ofModel(f, named) ? f.metric(Measure.WEIGHTS_OF_MODEL).subject("") : f);
        return all;
    }

    // "| Throughput/GPU | 80* | 35 |": the unit in which the report states this metric elsewhere
    private static Found unit(Found f, List<Found> all) {
        String metric = f.claim().metric();
        if (f.quantity().sort() != Sort.NUMBER || !metric.startsWith(Vocabulary.THROUGHPUT)) {
            return f;
        }
        Optional<Quantity> like = all.stream().filter(o -> o.quantity().sort() == Sort.TOKEN_RATE && (o.claim().metric().equals(metric)
                || metric.equals(UNSCOPED))).map(Found::quantity).findFirst();
        return like.map(q -> f.quantity(f.quantity().as(q.written().unit(), q.si() / q.written().value(), Sort.TOKEN_RATE))).orElse(f);
    }

    // the same number with a scope elsewhere; else the scope of the requirement, where the sizes are alike; else all GPUs
    private static String scope(Found f, List<Found> all) {
        List<Found> scoped = all.stream().filter(o -> o.claim().metric().startsWith(Vocabulary.THROUGHPUT)
                && !o.claim().metric().equals(UNSCOPED)).toList();
        for (Found o : scoped) {
            if (Math.abs(o.claim().si() - f.claim().si()) <= SAME * f.claim().si()) {
                return o.claim().metric();
            }
        }
        // "| Tokens/s | Tokens/s per GPU |": beside one of a GPU, the other is of all
        if (scoped.stream().anyMatch(o -> o.claim().metric().endsWith(".perGpu") && isBeside(o, f))) {
            return Vocabulary.THROUGHPUT;
        }
        return scoped.stream().filter(o -> o.claim().written().unit().equals(f.claim().written().unit())
                && o.claim().si() < f.claim().si() * REACH && f.claim().si() < o.claim().si() * REACH)
                .map(o -> o.claim().metric()).findFirst().orElse(Vocabulary.THROUGHPUT);
    }

    private static boolean isBeside(Found a, Found b) {
        boolean isRow = a.passage().cell() != null && b.passage().cell() != null && a.passage().line() == b.passage().line();
        return isRow || a.passage().equals(b.passage());
    }

    private static String ttft(Found f, boolean benchmark) {
        if (f.claim().role() == Role.ALERT && f.claim().text().matches("(?is).*\\bp99\\b.*")) {
            return "ttft.p99";
        }
        if (f.claim().scope().matches("p(?:50|90|99)")) {
            return "ttft." + f.claim().scope();
        }
        return benchmark ? "ttft.alone" : "ttft.burst.last";
    }

    // "weights take 141 GB, which is 17.6 GB per GPU": the words up to the next number
    private static boolean isOfGpu(Found f) {
        if (f.passage().cell() != null || !RUNNING.matcher(f.passage().text()).find()) {
            return c(f).contains("gpu");
        }
        String after = f.passage().text().substring(f.quantity().end()).split("\\d", 2)[0];
        String before = f.passage().text().substring(0, f.quantity().start());
        return (after + " " + before.substring(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1))
                .toLowerCase(java.util.Locale.ROOT).matches("(?s).*\\b(?:per|each|every|a) (?:gpu|card|device).*");
    }

    private static String c(Found f) {
        return f.claim().text().toLowerCase(java.util.Locale.ROOT);
    }

    // parameters times the bytes of a format, and no word of a GPU
    private static boolean ofModel(Found f, List<Found> all) {
        Claim c = f.claim();
        if (!c.metric().equals("memory.weights") || isOfGpu(f)) {
            return false;
        }
        return all.stream().filter(o -> o.claim().metric().equals("params.total")).anyMatch(o -> List.of(4.0, 2.0, 1.0, 0.5).stream()
                .anyMatch(bytes -> Math.abs(o.claim().si() * bytes / c.si() - 1) < 0.1)) || c.text().matches(
                        "(?is).*\\bin (?:fp|bf|int)\\d+\\b.*");
    }
}
