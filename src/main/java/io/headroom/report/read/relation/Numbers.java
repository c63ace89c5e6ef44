package io.headroom.report.read.relation;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Claim.Role;
import io.headroom.check.audit.Relation;
import io.headroom.report.read.claim.Found;
import io.headroom.report.read.claim.Subjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of a report while relations are sought, and the relations found so far. */
final class Numbers {

    private final List<Found> all;
    private final Subjects subjects;
    private final List<Relation> relations = new ArrayList<>();
    // a text of many pages has thousands of numbers: each is looked up by its line and by its metric
    private final Map<Integer, List<Found>> byLine = new HashMap<>();
    private final Map<String, List<Found>> byMetric = new HashMap<>();

    Numbers(List<Found> all, Subjects subjects) {
        this.all = new ArrayList<>(all);
        all.forEach(f -> {
            byLine.computeIfAbsent(f.passage().line(), _ -> new ArrayList<>()).add(f);
            byMetric.computeIfAbsent(f.claim().metric(), _ -> new ArrayList<>()).add(f);
        });
        this.subjects = subjects;
    }

    List<Found> all() {
        return List.copyOf(all);
    }

    Subjects subjects() {
        return subjects;
    }

    List<Relation> relations() {
        return relations;
    }

    /** Numbers of the line or cell in which {@code f} stands. */
    List<Found> beside(Found f) {
        return inLine(f).stream().filter(o -> o.passage().equals(f.passage())).toList();
    }

    /** Numbers of the line of the file in which {@code f} stands: of all cells of its row. */
    List<Found> inLine(Found f) {
        return byLine.getOrDefault(f.passage().line(), List.of());
    }

    /** States a relation; result and operands must be numbers of the report. */
    void relate(Relation.Kind kind, Found result, List<Found> operands) {
        relations.add(new Relation(kind, result.claim(), operands.stream().map(Found::claim).toList()));
    }

    /** Puts {@code changed} in the place of {@code old}. */
    Found replace(Found old, Found changed) {
        all.set(all.indexOf(old), changed);
        List<Found> line = byLine.get(old.passage().line());
        line.set(line.indexOf(old), changed);
        if (old.claim().metric().equals(changed.claim().metric())) {
            List<Found> metric = byMetric.get(old.claim().metric());
            metric.set(metric.indexOf(old), changed);
        } else {
            byMetric.clear();
            all.forEach(f -> byMetric.computeIfAbsent(f.claim().metric(), _ -> new ArrayList<>()).add(f));
        }
        return changed;
    }

    /** A number that the text does not write: the days of a year. */
    Found constant(Found near, double value, String unit) {
        var q = near.quantity();
        var written = new io.headroom.check.audit.Written(value, unit, value, 0, io.headroom.check.audit.Written.Bound.EXACT);
        var plain = new io.headroom.report.read.quantity.Quantity(q.start(), q.end(), written,
                io.headroom.report.read.quantity.Sort.NUMBER, 0);
        Claim c = new Claim(near.claim().line(), near.claim().text(), "", "", "", written, Role.INPUT);
        Found constant = new Found(near.passage(), plain, c, false);
        all.add(all.indexOf(near) + 1, constant);
        List<Found> line = byLine.get(near.passage().line());
        line.add(line.indexOf(near) + 1, constant);
        return constant;
    }

    /** What the report first says of {@code metric} of a plan in a scope. */
    Optional<Found> value(String metric, String subject, String scope) {
        return byMetric.getOrDefault(metric, List.of()).stream().filter(f -> f.claim().subject().equals(subject)
                && f.claim().scope().equals(scope) && f.claim().role() != Role.REQUIREMENT && f.claim().role() != Role.ALERT)
                .findFirst();
    }

    /** The plan with which others are compared: one called baseline, original or previous, else the first. */
    String baseline() {
        return subjects.all().stream().filter(s -> s.words().stream().anyMatch(w -> w.matches(
                "(?:baseline|original|previous|old|initial|existing|current).*"))).findFirst()
                .or(() -> subjects.all().stream().findFirst()).map(io.headroom.report.read.claim.Subject::name).orElse("");
    }
}
