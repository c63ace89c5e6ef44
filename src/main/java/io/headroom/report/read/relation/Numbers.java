package io.headroom.report.read.relation;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Claim.Role;
import io.headroom.check.audit.Relation;
import io.headroom.report.read.claim.Found;
import io.headroom.report.read.claim.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers of a report while relations are sought, and the relations found so far. */
final class Numbers {

    private final List<Found> all;
    private final Subjects subjects;
    private final List<Relation> relations = new ArrayList<>();

    Numbers(List<Found> all, Subjects subjects) {
        this.all = new ArrayList<>(all);
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
        return all.stream().filter(o -> o.passage().equals(f.passage())).toList();
    }

    /** States a relation; result and operands must be numbers of the report. */
    void relate(Relation.Kind kind, Found result, List<Found> operands) {
        relations.add(new Relation(kind, result.claim(), operands.stream().map(Found::claim).toList()));
    }

    /** Puts {@code changed} in the place of {@code old}. */
    Found replace(Found old, Found changed) {
        all.set(all.indexOf(old), changed);
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
        return constant;
    }

    /** What the report first says of {@code metric} of a plan in a scope. */
    Optional<Found> value(String metric, String subject, String scope) {
        return all.stream().filter(f -> f.claim().metric().equals(metric) && f.claim().subject().equals(subject)
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
