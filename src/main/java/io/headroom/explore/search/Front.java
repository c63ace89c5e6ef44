package io.headroom.explore.search;

import io.headroom.estimate.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The plans that no other beats in one metric without losing in another. Of plans with the same values the first in
 * the order of the space stands for all, so the front is the same whatever the order in which plans are offered.
 */
final class Front {

    private final Metric[] metrics;
    private final List<Member> members = new ArrayList<>();
    private final boolean[] isMoreBetter;
    private final double[] offered;

    /** The losses are the values, negative where more is better. */
    private record Member(Found found, double[] losses) {
    }

    Front(List<Metric> metrics) {
        this.metrics = metrics.toArray(Metric[]::new);
        this.isMoreBetter = new boolean[this.metrics.length];
        for (int i = 0; i < isMoreBetter.length; i++) {
            isMoreBetter[i] = this.metrics[i].isMoreBetter();
        }
        this.offered = new double[this.metrics.length];
    }

    /** Takes {@code found} where nothing taken beats it, and lets go what it beats; without a number it is no member. */
    void offer(Found found) {
        for (int i = 0; i < metrics.length; i++) {
            double value = found.estimate().get(metrics[i]);
            if (Double.isNaN(value)) {
                return;
            }
            offered[i] = isMoreBetter[i] ? -value : value;
        }
        for (int m = members.size() - 1; m >= 0; m--) {
            Member member = members.get(m);
            int order = compare(member.losses, offered);
            if (order < 0 || order == 0 && member.found.order() <= found.order()) {
                // what beat this one will beat the next
                if (m < members.size() - 1) {
                    members.set(m, members.getLast());
                    members.set(members.size() - 1, member);
                }
                return;
            }
            if (order == 0 || compare(offered, member.losses) < 0) {
                members.set(m, members.getLast());
                members.removeLast();
            }
        }
        members.add(new Member(found, offered.clone()));
    }

    void offerAll(Front other) {
        other.members.forEach(member -> offer(member.found));
    }

    /** The front, the best by the first metric first. */
    List<Found> found() {
        return members.stream().sorted((a, b) -> Arrays.compare(a.losses, b.losses)).map(Member::found).toList();
    }

    /** Below 0 where {@code a} beats {@code b}, 0 where they are the same, else above. */
    private static int compare(double[] a, double[] b) {
        boolean isBelow = false;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > b[i]) {
                return 1;
            }
            isBelow |= a[i] < b[i];
        }
        return isBelow ? -1 : 0;
    }
}
