package io.headroom.session;

import io.headroom.check.Judgement;
import io.headroom.format.Formatter;

/**
 * What one redraw shows.
 *
 * @param now the plan on screen
 * @param baseline what it is compared with
 * @param format how numbers are written
 */
public record Shown(Judgement now, Judgement baseline, Formatter format) {
}
