package io.headroom.session.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which claims are looked at.
 *
 * @param standings where they stand
 * @param plan the plan they are about, empty for all
 */
public record Choice(Set<Standing> standings, String plan) {

    /** Every claim, without what is taken as given. */
    public static final Choice CLAIMS = new Choice(EnumSet.complementOf(EnumSet.of(Standing.GIVEN)), "");
    /** Every number: what is looked at before a report is kept. */
    public static final Choice ALL = new Choice(EnumSet.allOf(Standing.class), "");

    public Choice {
        standings = Set.copyOf(standings);
    }

    /** With or without {@code standing}. */
    public Choice with(Standing standing, boolean isShown) {
        Set<Standing> changed = EnumSet.noneOf(Standing.class);
        changed.addAll(standings);
        if (isShown) {
            changed.add(standing);
        } else {
            changed.remove(standing);
        }
        return new Choice(changed, plan);
    }

    /** Of another plan. */
    public Choice of(String wanted) {
        return new Choice(standings, wanted);
    }

    /** Those of {@code rows} that are chosen. */
    public List<ClaimRow> among(List<ClaimRow> rows) {
        return rows.stream().filter(row -> standings.contains(row.standing())
                && (plan.isEmpty() || ClaimText.plan(row.claim()).equals(plan))).toList();
    }
}
