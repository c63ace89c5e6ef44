package io.headroom.check.audit.relate;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Written;

/** Numbers that a plan decides, as operands of relations. */
final class Constants {

    private Constants() {
    }

    /** {@code value} in SI units, exact; {@code name} is what reasons call it. */
    static Claim of(String name, double value) {
        return new Claim(0, name, "", "", "", new Written(value, "", value, 0, Written.Bound.EXACT), Claim.Role.INPUT);
    }
}
