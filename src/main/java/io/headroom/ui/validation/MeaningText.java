package io.headroom.ui.validation;

import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.session.validation.Imported;
import io.headroom.session.validation.Nearest;
import io.headroom.session.validation.Point;
import io.headroom.session.validation.Progress;
import io.headroom.session.validation.RowText;
import io.headroom.session.validation.Selection;
import io.headroom.session.validation.ValidationSession;

/** What the comparison means for the plan on screen, in sentences. */
final class MeaningText {

    private static final String WEAK = " Weakest are first tokens under load, models whose kernels are special on one engine, "
            + "and pipeline parallelism: see Validation in the documentation.";

    private static final String MEMORY = "Nothing is fitted to these rows: weights are counted, and what vLLM keeps for itself "
            + "follows its rule. Weakest are other engines, and groups elsewhere than on Hopper: see Validation in the documentation.";

    private MeaningText() {
    }

    /** How far estimates of such plans are off. */
    static String of(ValidationShown now) {
        if (!(now.progress() instanceof Progress.Ready)) {
            return "What this means for the plan is said as soon as the rows are estimated.";
        }
        Plan plan = now.shown().now().plan();
        Nearest nearest = now.nearest();
        Formatter format = now.shown().format();
        int count = nearest.errors().count();
        String who = plan.name() + " (" + plan.model().name() + ", " + plan.hardware().gpu().name() + ", "
                + (plan.assumptions().engine() == null ? "no engine chosen" : plan.assumptions().engine()) + "): ";
        if (count == 0) {
            return who + "no row measures " + now.comparison().selection().scope().label() + ".";
        }
        boolean isMemory = now.comparison().selection().scope().isMemory();
        String first = isMemory ? "" : " " + first(nearest, format);
        String errors = count + (count == 1 ? " row " : " rows ") + nearest.closeness().words() + ", "
                + now.comparison().selection().scope().label() + " off by " + format.share(nearest.errors()
                        .medianAbsolute()) + " (median), bias " + RowText.signed(nearest.errors().bias(), format) + ".";
        return switch (nearest.closeness()) {
            case SAME_ALL -> who + "nearest are " + errors + first;
            case NONE -> who + "extrapolated. There are only " + errors;
            default -> who + "extrapolated from " + errors + first;
        };
    }

    private static String first(Nearest nearest, Formatter format) {
        Point row = nearest.rows().getFirst();
        return "Nearest in load: " + RowText.load(row, format) + ": " + RowText.error(row, format) + ".";
    }

    /** How the errors in this view are to be taken, and what is weak. */
    static String fit(ValidationShown now) {
        Selection selection = now.comparison().selection();
        return selection.scope().isMemory() ? MEMORY : selection.heldOut().meaning() + WEAK;
    }

    /** With which assumptions the rows of one's own file are predicted. */
    static String basis(Imported imported) {
        return "Rows of " + imported.file() + " are predicted with the profile \"" + ValidationSession.PROFILE
                + "\" and the engine that each names, not with this plan's own assumptions; a fit can start from either.";
    }

    /** Which assumptions the plan has where they are not those that were validated; empty where they are. */
    static String profile(ValidationShown now) {
        String profile = now.shown().now().plan().assumptions().profile().id();
        boolean isOwn = !now.shown().now().plan().assumptions().given().isEmpty();
        if (profile.equals(ValidationSession.PROFILE) && !isOwn) {
            return "";
        }
        return "! The plan itself is estimated with the profile \"" + profile + "\""
                + (isOwn ? " and assumptions of its own" : "") + ", of which these rows say nothing.";
    }
}
