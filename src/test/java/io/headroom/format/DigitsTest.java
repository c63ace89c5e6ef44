package io.headroom.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The quick way of rounding gives what decimal arithmetic gives. */
class DigitsTest {

    @Test
    void agreesWithDecimalArithmetic() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 200_000; i++) {
            double value = Math.pow(10, random.nextDouble(-4, 14.9)) * (random.nextBoolean() ? 1 : -1);
            if (random.nextInt(4) == 0) {
                // ties and neighbours of ties, and numbers that round up to another digit
                value = new BigDecimal(value).round(new MathContext(random.nextInt(1, 6), RoundingMode.UP)).doubleValue();
            }
            int significant = random.nextInt(1, 6);
            BigDecimal exact = new BigDecimal(value);
            BigDecimal rounded = exact.round(new MathContext(significant, RoundingMode.HALF_UP));
            int decimals = Math.max(0, significant - 1 - (rounded.precision() - rounded.scale() - 1));
            String expected = exact.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
            String text = Digits.significant(value, significant).replace(String.valueOf(Digits.THIN_SPACE), "")
                    .replace(Digits.MINUS, '-');
            assertThat(text).as("%s with %d digits", exact, significant).isEqualTo(expected);
        }
    }
}
