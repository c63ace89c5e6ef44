package io.headroom.explore.repair;

import io.headroom.check.legal.Finding;
import java.util.List;

/**
 * A finding and the edits that would mend it.
 *
 * @param finding what is wrong, or more than needed
 * @param repairs the edits, smallest first, those that break something else last; empty where no single edit helps
 */
public record Diagnosis(Finding finding, List<Repair> repairs) {

    public Diagnosis {
        repairs = List.copyOf(repairs);
    }
}
