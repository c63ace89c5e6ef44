package io.headroom.report.read.claim;

import io.headroom.report.read.structure.Table;
import java.util.regex.Pattern;

/** Whether the rows or the columns of a table are plans. */
enum Roles {
    /** "| Model | TTFT (ms) | …": each row is a plan. */
    ROWS,
    /** "| Metric | Original | Optimized |": each column is a plan. */
    COLUMNS,
    /** A list in the shape of a table, or something else. */
    NEITHER;

    private static final Pattern ROWS_HEAD = Pattern.compile("(?i)(?:model|engine|config(?:uration)?|setup|system|variant|strategy|plan"
            + "|deployment|option|framework|backend|scenario)s?(?: name)?");
    private static final Pattern COLUMNS_HEAD = Pattern.compile("(?i)(?:metric|aspect|parameter|item|measure|property|category|dimension|kpi"
            + "|characteristic|feature|attribute|criterion)s?");
    private static final Pattern NO_PLAN = Pattern.compile("(?i).*\\b(?:improvement|change|delta|difference|assessment|status|target|goal"
            + "|requirement|required|limit|threshold|notes?|comments?|unit|value|industry|result|gain|reduction|verdict|source|reason"
            + "|benefit|speed-?up|impact|description|metric|slo|sla|details?|rationale)s?\\b.*");

    static Roles of(Table t) {
        if (t.header().size() < 2) {
            return NEITHER;
        }
        String corner = t.header().getFirst().strip();
        long metricColumns = t.header().stream().skip(1).filter(Vocabulary::namesMetric).count();
        long metricRows = t.rows().stream().filter(r -> Vocabulary.namesMetric(r.cells().getFirst())).count();
        if (ROWS_HEAD.matcher(corner).matches() && metricColumns > 0 && metricRows * 2 <= t.rows().size()) {
            return ROWS;
        }
        boolean plans = t.header().stream().skip(1).anyMatch(Roles::isPlan);
        return plans && (COLUMNS_HEAD.matcher(corner).matches() || metricRows * 2 >= t.rows().size()) ? COLUMNS : NEITHER;
    }

    /** Whether a column with this header can be a plan. */
    static boolean isPlan(String header) {
        return !header.isBlank() && !NO_PLAN.matcher(header).matches();
    }
}
