package io.headroom.session.validation;

import io.headroom.validate.Grouping;
import io.headroom.validate.HeldOut;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What of all measurements is looked at.
 *
 * @param scope the quantity
 * @param filters the groups that are let through, by facet; no entry lets everything through
 * @param grouping by what the table and the marks of the chart are divided
 * @param group the one group that is lit up, or empty
 * @param withDoubted whether rows that screening doubts are drawn
 * @param withPublic whether public rows are drawn and counted beside one's own
 * @param heldOut what of a public row the fit that estimates it has not seen
 */
public record Selection(Scope scope, Map<Facet, Set<String>> filters, Grouping grouping, String group,
        boolean withDoubted, boolean withPublic, HeldOut heldOut) {

    /** TPOT of everything, by engine. */
    public static final Selection FIRST = new Selection(Scope.TPOT, Map.of(), Grouping.ENGINE, "", false, true, HeldOut.NOTHING);

    public Selection {
        filters = Map.copyOf(filters);
    }

    /** With another quantity. */
    public Selection withScope(Scope value) {
        return new Selection(value, filters, grouping, "", withDoubted, withPublic, heldOut);
    }

    /** With {@code groups} of {@code facet} let through; all of them where it is empty. */
    public Selection withFilter(Facet facet, Set<String> groups) {
        Map<Facet, Set<String>> changed = new EnumMap<>(Facet.class);
        changed.putAll(filters);
        if (groups.isEmpty()) {
            changed.remove(facet);
        } else {
            changed.put(facet, Set.copyOf(groups));
        }
        return new Selection(scope, changed, grouping, "", withDoubted, withPublic, heldOut);
    }

    /** Without any filter. */
    public Selection withoutFilters() {
        return new Selection(scope, Map.of(), grouping, "", withDoubted, true, heldOut);
    }

    /** Divided by something else. */
    public Selection withGrouping(Grouping value) {
        return new Selection(scope, filters, value, "", withDoubted, withPublic, heldOut);
    }

    /** With one group lit up, none where it is empty. */
    public Selection withGroup(String value) {
        return new Selection(scope, filters, grouping, value, withDoubted, withPublic, heldOut);
    }

    /** With or without doubted rows. */
    public Selection withDoubted(boolean value) {
        return new Selection(scope, filters, grouping, group, value, withPublic, heldOut);
    }

    /** With or without public rows. */
    public Selection withPublic(boolean value) {
        return new Selection(scope, filters, grouping, group, withDoubted, value, heldOut);
    }

    /** Estimated by another fit. */
    public Selection withHeldOut(HeldOut value) {
        return new Selection(scope, filters, grouping, group, withDoubted, withPublic, value);
    }

    /** The groups of {@code facet} that are let through; empty where all are. */
    public Set<String> filter(Facet facet) {
        return filters.getOrDefault(facet, Set.of());
    }

    /** Whether nothing is filtered out. */
    public boolean isWhole() {
        return filters.isEmpty() && withPublic;
    }

    boolean lets(Point point) {
        return letsOrigin(point) && filters.entrySet().stream()
                .allMatch(f -> f.getValue().contains(f.getKey().of(point)));
    }

    /** As {@link #lets}, whatever the filter of {@code facet} says. */
    boolean letsBut(Facet facet, Point point) {
        return letsOrigin(point) && filters.entrySet().stream()
                .allMatch(f -> f.getKey() == facet || f.getValue().contains(f.getKey().of(point)));
    }

    private boolean letsOrigin(Point point) {
        return point.row().quantity() == scope.quantity() && (withPublic || point.isOwn());
    }
}
