package io.headroom.report.read.review;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Claim.Role;
import io.headroom.report.read.claim.Found;
import io.headroom.report.read.claim.Subjects;
import io.headroom.report.read.structure.Outline;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything a report was read as, for looking up.
 *
 * @param outline its layout
 * @param numbers its numbers
 * @param subjects its plans
 */
record Facts(Outline outline, List<Found> numbers, Subjects subjects) {

    private static final double SAME = 1e-6;

    /** Claims of {@code metric} about a plan or about none, in the order of the text. */
    List<Claim> of(String metric, String subject) {
        return numbers.stream().map(Found::claim).filter(c -> c.metric().equals(metric)
                && (c.subject().equals(subject) || c.subject().isEmpty())).toList();
    }

    /** The first value of {@code metric} anywhere in scope "". */
    Optional<Claim> any(String metric) {
        return numbers.stream().map(Found::claim).filter(c -> c.metric().equals(metric) && c.scope().isEmpty()).findFirst();
    }

    /** A whole number that decides a plan: its own, or that of the report as a whole. */
    OptionalInt given(String metric, String subject) {
        return of(metric, subject).stream().filter(c -> c.role() == Role.INPUT || c.metric().equals("gpus")).filter(c -> c.scope().isEmpty()
                || c.scope().equals("claimed") || c.scope().equals("actual")).mapToInt(c -> (int) Math.round(c.si())).filter(v -> v > 0)
                .findFirst();
    }

    /** Whether any number is measured: then the report is one of a benchmark. */
    boolean isBenchmark() {
        return numbers.stream().anyMatch(f -> f.claim().role() == Role.MEASUREMENT);
    }

    /** The whole text, a line a passage. */
    String text() {
        StringBuilder all = new StringBuilder();
        outline.passages().forEach(p -> all.append(p.text()).append('\n'));
        return all.toString();
    }

    /** The numbers of the first bracketed list of {@code size} that {@code accepted} takes, or none. */
    List<Integer> list(int size, java.util.function.Predicate<List<Integer>> accepted) {
        Matcher m = Pattern.compile("\\[\\s*(\\d{1,9}(?:\\s*,\\s*\\d{1,9})+)\\s*\\]").matcher(text());
        while (m.find()) {
            List<Integer> values = java.util.Arrays.stream(m.group(1).split("\\s*,\\s*")).map(Integer::valueOf).toList();
            if (values.size() == size && accepted.test(values)) {
                return values;
            }
        }
        return List.of();
    }

    static boolean near(double a, double b, double share) {
        return Math.abs(a - b) <= Math.max(SAME, share) * Math.max(Math.abs(a), Math.abs(b));
    }
}
