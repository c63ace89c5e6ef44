package io.headroom.check.legal.notch;

import java.util.Optional;

/**
 * A value that a slider may stop at, or why it may not.
 *
 * @param value the value
 * @param label as printed
 * @param illegal why the plan would not be legal with it
 * @param warning what it costs, such as crossing nodes
 * @param crossesNodes whether its groups reach beyond the fast links of a node
 */
public record Notch(int value, String label, Optional<String> illegal, Optional<String> warning,
        boolean crossesNodes) {

    /** Whether a slider may stop here. */
    public boolean isLegal() {
        return illegal.isEmpty();
    }
}
