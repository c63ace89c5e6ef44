package io.headroom.session;

import io.headroom.check.Judgement;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;

/**
 * What one redraw shows.
 *
 * @param now the plan on screen
 * @param baseline what it is compared with
 * @param format how numbers are written
 * @param load what requests see under load
 * @param doubt what the ranges of its inputs come to
 */
public record Shown(Judgement now, Judgement baseline, Formatter format, UnderLoad load, Doubt doubt) {

    /** The same with what requests see under load, and what ranges come to. */
    public Shown with(UnderLoad value, Doubt ranges) {
        return new Shown(now, baseline, format, value, ranges);
    }

    /** Whether the plan on screen is its own baseline: neither notes nor what is starred make another plan of it. */
    public boolean isAgainstItself() {
        Plan own = now.plan();
        Plan other = baseline.plan();
        return own.equals(other) || own.name().equals(other.name()) && own.withNotes(other.notes()).withView(other.view()).equals(other);
    }

    /** The baseline in the place of the plan on screen. */
    public Shown ofBaseline() {
        return new Shown(baseline, baseline, format, UnderLoad.NONE, Doubt.NONE);
    }
}
