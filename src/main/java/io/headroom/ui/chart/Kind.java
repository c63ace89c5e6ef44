package io.headroom.ui.chart;

import io.headroom.ui.theme.Ink;

/**
 * A kind of thing that a chart stacks or lists.
 *
 * @param name as in legends and labels
 * @param ink its colour and pattern
 */
public record Kind(String name, Ink ink) {
}
