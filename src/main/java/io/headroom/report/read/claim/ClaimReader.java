package io.headroom.report.read.claim;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Claim.Role;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Unread;
import io.headroom.check.audit.Written;
import io.headroom.report.read.quantity.Quantities;
import io.headroom.report.read.quantity.Quantity;
import io.headroom.report.read.quantity.Sort;
import io.headroom.report.read.structure.Outline;
import io.headroom.report.read.structure.Passage;
import io.headroom.report.read.structure.Table;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes claims of the numbers of a report. */
public final class ClaimReader {

    private static final Pattern PROGRAM = Pattern.compile("^(?:\\$ |python\\d? |pip |docker |vllm |export |--\\w|import |from \\w+ import|#!).*");
    private static final Pattern MEASURED = Pattern.compile("(?i)\\bwe (?:have )?(?:tested|measured|benchmarked|ran)\\b|\\bmeasured\\b|benchmark(?:ed| results)");
    private static final Pattern LIST = Pattern.compile("\\[\\s*\\d+(?:\\s*,\\s*\\d+)+\\s*\\]|\\d+(?:\\s*/\\s*\\d+){2,}");
    private static final Pattern FORMULA = Pattern.compile("\\d\\s*[×x*·]\\s*\\d");

    // what a number is compared with is not what it is about
    private static final Pattern COMPARED = Pattern.compile("(?i)\\b(?:over|vs\\.?|than|compared (?:to|with)|of)\\s+[\\w-]+(?: \\w+)?");

    private static final Pattern MONEY = Pattern.compile("^\\s*[$€]|\\([$€]|\\bUSD\\b");
    private static final Pattern RESTATED = Pattern.compile("(?i)[\\s,(]*(?:(?:which|that) (?:is|are|means|makes)|i\\.e\\.,?|or)\\s+[~≈]?");
    private static final Pattern SIZE = Pattern.compile("(?i)capacity|size|\\bvram\\b|\\bhbm|limit|available");
    // what something else has, that is no plan of the report: "compared with the managed API ($4.62 …"
    private static final Pattern ELSEWHERE = Pattern.compile("(?is).*\\b(?:compared (?:with|to)|instead of|than)\\s+(?:the |an? )?(?!.*\\b(?:original"
            + "|previous|baseline|requirement|required|target|claimed|old|industry)\\b)[^()\\d]{1,40}\\(\\s*~?");

    private final Subjects subjects;
    private final boolean measured;
    // of each table once: every one of its cells asks
    private final Map<Table, Roles> roles = new IdentityHashMap<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    private ClaimReader(Subjects subjects, boolean measured) {
        this.subjects = subjects;
        this.measured = measured;
    }

    /**
     * What a report says in numbers.
     *
     * @param found each number that was understood, in the order of the text
     * @param unread the others
     * @param subjects the plans it tells apart
     */
    public record Reading(List<Found> found, List<Unread> unread, Subjects subjects) {
    }

    /** The numbers of {@code outline}. */
    public static Reading read(Outline outline) {
        Subjects subjects = Subjects.of(outline);
        boolean measured = outline.passages().stream().anyMatch(p -> MEASURED.matcher(p.text()).find());
        ClaimReader reader = new ClaimReader(subjects, measured);
        outline.passages().forEach(reader::passage);
        return new Reading(Settling.settled(reader.found, subjects), reader.unread, subjects);
    }

    private Roles roles(Table table) {
        return roles.computeIfAbsent(table, Roles::of);
    }

    private void passage(Passage p) {
        if (PROGRAM.matcher(p.text()).matches()) {
            return;
        }
        String text = p.text();
        if (footnote(p)) {
            return;
        }
        if (p.cell() != null && p.cell().column() == 0 && p.cell().table().header().size() > 1
                && (roles(p.cell().table()) == Roles.ROWS || Vocabulary.namesMetric(p.text()))
                && !p.text().matches("(?i).*tok(?:en)?s?/day.*")) {
            return;
        }
        boolean hasNumbers = text.chars().anyMatch(Character::isDigit);
        List<Degrees.Degree> degrees = hasNumbers ? Degrees.in(text) : List.of();
        List<Quantity> quantities = hasNumbers ? Quantities.in(text) : List.of();
        for (Quantity q : quantities) {
            Optional<Degrees.Degree> degree = degrees.stream().filter(d -> d.numberStart() == q.start()).findFirst();
            if (degree.isPresent()) {
                degree(p, q, degree.get());
            } else if (!isInList(text, q)) {
                quantity(p, quantities, q);
            }
        }
        glued(p, degrees, quantities);
        if (p.cell() == null) {
            Support.of(text).ifPresent(s -> {
                Written w = new Written(s.has() ? 1 : 0, "", s.has() ? 1 : 0, 0, Written.Bound.EXACT);
                Claim c = new Claim(p.line(), text, "", Measure.SUPPORT, s.scope(), w, Role.CLAIM);
                found.add(new Found(p, new Quantity(s.start(), s.end(), w, Sort.NUMBER, 0), c, false));
            });
        }
    }

    // "*Unrealistic target of 100, actually achieves ~28" under a table with "80*"
    private boolean footnote(Passage p) {
        if (p.cell() != null || !p.text().startsWith("*")) {
            return false;
        }
        Optional<Found> starred = found.reversed().stream().filter(f -> f.passage().cell() != null && f.passage().text().contains("*")
                && f.passage().path().equals(p.path())).findFirst();
        if (starred.isEmpty()) {
            return false;
        }
        Quantity like = starred.get().quantity();
        for (Quantity q : Quantities.in(p.text())) {
            String before = p.text().substring(0, q.start());
            boolean asked = RequirementWords.asked(before.substring(before.lastIndexOf(',') + 1));
            Quantity same = q.sort() != Sort.NUMBER || like.sort() == Sort.NUMBER ? q
                    : q.as(like.written().unit(), like.si() / like.written().value(), like.sort());
            add(p, same, asked ? "" : starred.get().claim().subject(), starred.get().claim().metric(), "",
                    asked ? Role.REQUIREMENT : Role.CLAIM, false);
        }
        return true;
    }

    // "TP2": a degree whose number no blank sets apart
    private void glued(Passage p, List<Degrees.Degree> degrees, List<Quantity> quantities) {
        for (Degrees.Degree d : degrees) {
            if (quantities.stream().noneMatch(q -> q.start() == d.numberStart())) {
                double value = Double.parseDouble(p.text().substring(d.numberStart(), d.end()).replaceAll("\\D", ""));
                degree(p, new Quantity(d.numberStart(), d.end(), new Written(value, "", value, 0, Written.Bound.EXACT),
                        Sort.NUMBER, 0), d);
            }
        }
    }

    private void degree(Passage p, Quantity q, Degrees.Degree d) {
        Quantity plain = new Quantity(q.start(), q.end(), new Written(q.written().value(), "", q.written().value(), 0,
                Written.Bound.EXACT), Sort.NUMBER, 0);
        Clause c = Clause.of(p, List.of(plain), plain);
        String subject = d.old() ? other(subject(p, plain, c, d.metric())) : subject(p, plain, c, d.metric());
        add(p, plain, subject, d.metric(), "", Role.INPUT, false);
    }

    // of two plans the one that is not meant
    private String other(String subject) {
        return subjects.all().size() != 2 ? subject : subjects.all().get(subjects.all().getFirst().name().equals(subject) ? 1
                : 0).name();
    }

    // "from 128 to 512", "6.0% → 24.2%", "(512 vs 128)": which of two plans a number is of, where the words name neither
    private static boolean isFormer(Passage p, Quantity q) {
        String before = p.text().substring(0, q.start());
        String after = p.text().substring(q.end());
        boolean from = before.matches("(?is).*\\bfrom\\s+$") && after.matches("(?is)^\\s+to\\s+.*");
        boolean arrow = after.matches("(?s)^\\s*(?:→|->|=>)\\s*[~$]?\\d.*");
        boolean second = before.matches("(?is).*\\([^()]*\\d\\S*\\s+vs\\.?\\s+$") && after.matches("(?s)^\\s*\\).*");
        return from || arrow || second && !before.matches("(?is).*\\b(?:vs|than|over)\\b[^(]*\\(.*");
    }

    private static boolean isInList(String text, Quantity q) {
        var m = LIST.matcher(text);
        while (m.find()) {
            if (q.start() >= m.start() && q.end() <= m.end()) {
                return true;
            }
        }
        return false;
    }

    private void quantity(Passage p, List<Quantity> all, Quantity written) {
        Quantity q = withHeaderUnit(p, written);
        Clause c = Clause.of(p, all, q);
        boolean isUpperEnd = q.rangeEnd() > 0 && !found.isEmpty() && found.getLast().passage().equals(p)
                && found.getLast().quantity().rangeEnd() < 0 && !found.getLast().claim().metric().isEmpty();
        // both ends of "by 20-30 %" are of one thing
        Optional<String> named = isUpperEnd || isRestated(p, q) ? Optional.of(found.getLast().claim().metric()) : MetricChoice.of(q, c);
        if (named.isEmpty()) {
            if (FORMULA.matcher(p.text()).find() && q.sort() == Sort.NUMBER) {
                add(p, q, "", "", "", Role.INPUT, false);
            } else {
                unread.add(new Unread(p.line(), p.text(), "no metric is named near \"" + p.text().substring(q.start(), q.end())
                        + "\"" + (c.headers().isEmpty() ? "" : " (" + c.headers() + ")")));
            }
            return;
        }
        String metric = named.get();
        boolean ofRow = p.cell() != null && roles(p.cell().table()) == Roles.ROWS;
        boolean inRow = ofRow && !metric.startsWith("cost.");
        if (ofRow && metric.equals("memory.capacity") && !SIZE.matcher(p.cell().columnHeader()).find()) {
            metric = "memory.total";
        }
        RoleChoice.Chosen chosen = RoleChoice.of(metric, q, c, measured && inRow);
        String subject = chosen.role() == Role.REQUIREMENT || chosen.role() == Role.ALERT ? ""
                : isFormer(p, q) ? other(subject(p, q, c, metric)) : subject(p, q, c, metric);
        if (metric.equals(Measure.DURATION)) {
            // a test or an experiment is of no plan
            subject = "";
        }
        if (metric.equals(Measure.FLOPS_NEEDED) || metric.equals(Measure.FLOPS_PER_GPU)) {
            q = q.as(q.written().unit().replaceAll("FLOP(/s)?$", "FLOPS"), q.si() / q.written().value(), Sort.FLOP_RATE);
        }
        if (metric.startsWith("quality.") && q.sort() == Sort.NUMBER) {
            q = q.as("score", 1, Sort.NUMBER);
        } else if (metric.equals("memory.capacity")) {
            q = q.bounded(Written.Bound.EXACT);
        }
        boolean elsewhere = ELSEWHERE.matcher(p.text().substring(0, q.start())).matches() && subjects.only(c.line()).isEmpty()
                && chosen.role() == Role.CLAIM;
        add(p, q, subject, metric, Scopes.of(metric, q, c, chosen), elsewhere ? Role.INPUT : chosen.role(), chosen.target());
    }

    // "141 GB, which is 17.6 GB per GPU": the same thing said of something else
    private boolean isRestated(Passage p, Quantity q) {
        if (found.isEmpty() || !found.getLast().passage().equals(p) || found.getLast().quantity().end() > q.start()) {
            return false;
        }
        Found last = found.getLast();
        boolean alike = last.quantity().sort() == q.sort() && (q.sort() == Sort.BYTES || q.sort() == Sort.SECONDS);
        return alike && !last.claim().metric().isEmpty() && RESTATED.matcher(p.text().substring(last.quantity().end(), q.start())).matches();
    }

    private void add(Passage p, Quantity q, String subject, String metric, String scope, Role role, boolean target) {
        String text = p.cell() == null ? p.text() : row(p.cell());
        Claim claim = new Claim(p.line(), text, subject, metric, scope, q.written(), role);
        found.add(new Found(p, q, claim, target));
    }

    private static String row(Passage.Cell cell) {
        return String.join(" | ", cell.table().rows().get(cell.row()).cells());
    }

    // "| TTFT (ms) |" and "| Tokens/sec |" lend their unit to the numbers below, and "| TTFT (ms) | 33.8 |" to its row
    private static Quantity withHeaderUnit(Passage p, Quantity q) {
        if (q.sort() != Sort.NUMBER) {
            return q;
        }
        List<String> headers = new ArrayList<>();
        if (p.cell() != null) {
            headers.add(p.cell().columnHeader());
            headers.add(p.cell().rowHeader());
        } else if (Clause.colon(p.text()) > 0 && Clause.colon(p.text()) < q.start()) {
            headers.add(p.text().substring(0, Clause.colon(p.text())));
        }
        for (String header : headers) {
            if (MONEY.matcher(header).find()) {
                return q.as("USD", 1, Sort.MONEY);
            }
            String unit = header.replaceAll(".*\\(([^)]*)\\)\\s*$", "$1").strip();
            boolean bare = unit.equals(header.strip()) && !header.matches("(?i)\\s*tok(?:en)?s?\\s*(?:/|per)\\s*(?:ms|s|secs?|seconds?|min|minute|h|hour)\\b.*|tps|rps");
            List<Quantity> one = bare || unit.isEmpty() ? List.of() : Quantities.in("1 " + unit);
            if (one.size() >= 1 && one.getFirst().sort() != Sort.NUMBER && one.getFirst().sort() != Sort.THINGS) {
                Quantity u = one.getFirst();
                return q.as(u.written().unit(), u.si() / u.written().value(), u.sort());
            }
        }
        return q;
    }

    private String subject(Passage p, Quantity q, Clause c, String metric) {
        if (!subjects.areNamed()) {
            return "";
        }
        if (q.sort() == Sort.GPUS && q.rangeEnd() == 0) {
            Optional<String> counted = subjects.all().stream().filter(s -> s.gpus() == (int) q.written().value())
                    .map(Subject::name).findFirst();
            if (counted.isPresent()) {
                return counted.get();
            }
        }
        if (q.sort() == Sort.GPUS && q.rangeEnd() != 0) {
            return "";
        }
        List<Optional<Subject>> nearest = new ArrayList<>();
        nearest.add(subjects.only(COMPARED.matcher(c.own()).replaceAll(" ")));
        if (p.cell() != null) {
            Table t = p.cell().table();
            if (roles(t) != Roles.ROWS && !Roles.isPlan(p.cell().columnHeader()) && roles(t) == Roles.COLUMNS) {
                return "";
            }
            nearest.add(subjects.only(p.cell().columnHeader()));
            nearest.add(subjects.only(p.cell().rowHeader()));
        }
        boolean compared = p.text().substring(0, q.start()).matches("(?is).*\\(?\\bvs\\.?\\s*[$~]?$|.*\\bvs\\b[^(]*\\([^)]*\\bvs\\.? *$");
        nearest.add(compared ? subjects.only(p.text().replaceFirst("(?is).*?\\bvs\\b", " ")) : subjects.first(c.label()));
        nearest.add(compared ? Optional.empty() : subjects.first(COMPARED.matcher(c.line()).replaceAll(" ")));
        c.path().forEach(h -> nearest.add(RequirementWords.inHeading(h) ? Optional.empty() : subjects.only(h)));
        return nearest.stream().flatMap(Optional::stream).map(Subject::name).findFirst().orElse(ofAll(metric) ? "" : subjects.primary());
    }

    // what serves, and in a table of configurations the machine too, is the same for every plan that is not named
    private boolean ofAll(String metric) {
        return metric.startsWith("workload.") || subjects.areRows() && (metric.equals("gpus") || metric.startsWith("parallelism."));
    }
}
