package io.headroom.check.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both sides of the rule: one unit of the last digit or 2 %, whichever is larger; counted things are equal or not. */
class AgreementTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # one unit of the last digit is more than 2 %
            4,      x,         exact,    4.99,    true
            4,      x,         exact,    5.11,    false
            3.84,   GB,        exact,    3.85e9,  true
            0.05,   s,         exact,    0.06,    true
            0.05,   s,         exact,    0.0601,  false
            # 2 % is more than one unit of the last digit
            13.50,  x,         exact,    13.57,   true
            100.00, ms,        exact,    0.1019,  true
            100.00, ms,        exact,    0.1021,  false
            100.00, ms,        exact,    0.0981,  true
            100.00, ms,        exact,    0.0979,  false
            # 24.2 % against 10.66 %, of report 001
            24.2,   %,         exact,    0.1066,  false
            6.0,    %,         exact,    0.06,    true
            # counted things
            128,    GPUs,      exact,    128,     true
            128,    GPUs,      exact,    127,     false
            128,    GPUs,      about,    127,     true
            # limits
            6,      s,         at most,  1,       true
            6,      s,         at most,  8,       false
            75,     %,         at least, 0.9,     true
            75,     %,         at least, 0.7,     false
            """)
    void agreesWithinTheRule(String number, String unit, String bound, double value, boolean agrees) {
        assertThat(Agreement.holds(ExpectedClaim.written(number, unit, bound), value)).isEqualTo(agrees);
    }

    @ParameterizedTest
    @CsvSource({"6, at most, 5, exact, true", "6, at most, 7, exact, true", "6, at most, 9, exact, false",
        "19, at least, 25, exact, true", "19, at least, 25, at least, true", "6, at most, 60, at least, false",
        "80, exact, 28, exact, false"})
    void comparesWhatWasWrittenTwice(String a, String boundA, String b, String boundB, boolean agrees) {
        Written one = ExpectedClaim.written(a, "s", boundA);
        Written other = ExpectedClaim.written(b, "s", boundB);

        assertThat(Agreement.holds(one, other)).isEqualTo(agrees);
        assertThat(Agreement.holds(other, one)).isEqualTo(agrees);
    }
}
