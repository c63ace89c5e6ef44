package io.headroom.format;

import static io.headroom.format.Dimension.BYTES;
import static io.headroom.format.Dimension.BYTES_PER_SECOND;
import static io.headroom.format.Dimension.COUNT;
import static io.headroom.format.Dimension.DOLLARS;
import static io.headroom.format.Dimension.DOLLARS_PER_HOUR;
import static io.headroom.format.Dimension.FLOP;
import static io.headroom.format.Dimension.FLOP_PER_SECOND;
import static io.headroom.format.Dimension.FRACTION;
import static io.headroom.format.Dimension.JOULES_PER_TOKEN;
import static io.headroom.format.Dimension.PARAMETERS;
import static io.headroom.format.Dimension.REQUESTS_PER_SECOND;
import static io.headroom.format.Dimension.SECONDS;
import static io.headroom.format.Dimension.TOKENS;
import static io.headroom.format.Dimension.TOKENS_PER_SECOND;
import static io.headroom.format.Dimension.WATTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected texts were written by hand from the values; ~ stands for the thin space U+2009. */
class FormatterTest {

    private static final Locale AT_START = Locale.getDefault();

    private final Formatter decimal = new Formatter(ByteUnits.GB);
    private final Formatter binary = new Formatter(ByteUnits.GIB);

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(AT_START);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(38.7e9, BYTES, "38.7 GB"), Arguments.of(0, BYTES, "0 GB"),
                Arguments.of(512, BYTES, "512 B"), Arguments.of(999.6e9, BYTES, "1.00 TB"),
                Arguments.of(999.4e9, BYTES, "999 GB"), Arguments.of(1234e12, BYTES, "1~234 TB"),
                Arguments.of(0.412, SECONDS, "412 ms"), Arguments.of(0.0231, SECONDS, "23.1 ms"),
                Arguments.of(4e-6, SECONDS, "4.00 µs"), Arguments.of(1.5e-8, SECONDS, "0.0150 µs"),
                Arguments.of(0.99996, SECONDS, "1.00 s"), Arguments.of(119.4, SECONDS, "119 s"),
                Arguments.of(150, SECONDS, "2.50 min"), Arguments.of(0, SECONDS, "0 ms"),
                Arguments.of(2768.4, TOKENS_PER_SECOND, "2~768 tok/s"),
                Arguments.of(12_100, TOKENS_PER_SECOND, "12.1 ktok/s"),
                Arguments.of(173.2, TOKENS_PER_SECOND, "173 tok/s"),
                Arguments.of(2.5e7, TOKENS_PER_SECOND, "25.0 Mtok/s"),
                Arguments.of(235e9, PARAMETERS, "235 B"), Arguments.of(7.6e6, PARAMETERS, "7.60 M"),
                Arguments.of(1.04e12, PARAMETERS, "1.04 T"), Arguments.of(3.31e15, FLOP, "3.31 PFLOP"),
                Arguments.of(20e9, FLOP, "20.0 GFLOP"), Arguments.of(400e12, FLOP_PER_SECOND, "400 TFLOP/s"),
                Arguments.of(1979e12, FLOP_PER_SECOND, "1~979 TFLOP/s"),
                Arguments.of(20e15, FLOP_PER_SECOND, "20.0 PFLOP/s"),
                Arguments.of(0.107, FRACTION, "10.7 %"), Arguments.of(0.6, FRACTION, "60 %"),
                Arguments.of(0.0001234, FRACTION, "0.0123 %"), Arguments.of(1.5, FRACTION, "150 %"),
                Arguments.of(2.7, DOLLARS, "$2.70"), Arguments.of(-2.7, DOLLARS, "−$2.70"),
                Arguments.of(0.01234, DOLLARS, "$0.0123"), Arguments.of(1234.4, DOLLARS, "$1~234"),
                Arguments.of(12.3e6, DOLLARS, "$12.3 M"), Arguments.of(2.7, DOLLARS_PER_HOUR, "$2.70/h"),
                Arguments.of(4096, TOKENS, "4~096 tokens"), Arguments.of(12.34e6, TOKENS, "12.3 Mtokens"),
                Arguments.of(8, COUNT, "8"),
                Arguments.of(1.25, COUNT, "1.25"),
                Arguments.of(1048576, COUNT, "1~048~576"),
                Arguments.of(4.8e12, BYTES_PER_SECOND, "4.80 TB/s"), Arguments.of(50e9, BYTES_PER_SECOND, "50.0 GB/s"),
                Arguments.of(3.21, REQUESTS_PER_SECOND, "3.21 req/s"),
                Arguments.of(0.05, REQUESTS_PER_SECOND, "3.00 req/min"),
                Arguments.of(700, WATTS, "700 W"), Arguments.of(10_200, WATTS, "10.2 kW"),
                Arguments.of(0.0123, JOULES_PER_TOKEN, "12.3 mJ/token"),
                Arguments.of(-0.0885, SECONDS, "−88.5 ms"), Arguments.of(1e18, COUNT, "1.00×10¹⁸"),
                Arguments.of(1.234e-5, COUNT, "1.23×10⁻⁵"), Arguments.of(1e300, SECONDS, "1.67×10²⁹⁸ min"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void writesTheSameInEveryLocale(double value, Dimension dimension, String expected) {
        for (String tag : new String[] {"en-US", "de", "tr", "ar-EG", "hi", "fr-CH"}) {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(decimal.text(value, dimension)).as(tag).isEqualTo(expected.replace('~', '\u2009'));
        }
    }

    @Test
    void showsBytesInTheChosenFamilyAndNothingElse() {
        assertThat(binary.text(36.0 * 0x1p30, BYTES)).isEqualTo("36.0 GiB");
        assertThat(binary.text(64e9, BYTES)).isEqualTo("59.6 GiB");
        assertThat(binary.text(1010 * 0x1p30, BYTES)).isEqualTo("1\u2009010 GiB");
        assertThat(binary.text(1024 * 0x1p30, BYTES)).isEqualTo("1.00 TiB");
        assertThat(binary.text(50e9, BYTES_PER_SECOND)).isEqualTo("50.0 GB/s");
        assertThat(binary.text(0, BYTES)).isEqualTo("0 GiB");
    }

    /** Written down by hand: two digits, the whole part never rounded, the unit of the high end for both. */
    @Test
    void aRangeHasOneUnitAndTwoDigits() {
        assertThat(decimal.range(0.01423, 0.0221, Dimension.SECONDS)).isEqualTo("14–22 ms");
        assertThat(decimal.range(0.18, 1.74, Dimension.SECONDS)).isEqualTo("0.18–1.7 s");
        assertThat(decimal.range(2.104, 3.4, Dimension.DOLLARS)).isEqualTo("$2.10–$3.40");
        assertThat(decimal.range(1386.2, 3377.4, Dimension.TOKENS_PER_SECOND)).isEqualTo("1\u2009386–3\u2009377 tok/s");
        assertThat(decimal.range(Double.NaN, 1, Dimension.SECONDS)).isEqualTo("–");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void saysNothingOfWhatIsNoNumber(double value) {
        for (Dimension dimension : Dimension.values()) {
            assertThat(decimal.text(value, dimension)).isEqualTo("–");
            assertThat(decimal.delta(value, dimension)).isEqualTo("–");
            assertThat(decimal.value(value, dimension)).isEqualTo("–");
            assertThat(decimal.unit(value, dimension)).isEmpty();
        }
        assertThat(decimal.factor(value)).isEqualTo("–");
        assertThat(decimal.share(value)).isEqualTo("–");
    }

    @Test
    void textIsValueAndUnitForEveryDimension() {
        for (Dimension dimension : Dimension.values()) {
            for (double value = 1e-7; value < 1e16; value *= 7.3) {
                String joined = decimal.value(value, dimension) + decimal.unit(value, dimension);
                assertThat(decimal.text(value, dimension).replace(" ", "")).isEqualTo(joined);
            }
        }
    }

    @Test
    void signsEveryDifference() {
        assertThat(binary.delta(3.1 * 0x1p30, BYTES)).isEqualTo("+3.10 GiB");
        assertThat(decimal.delta(-0.088, SECONDS)).isEqualTo("−88.0 ms");
        assertThat(decimal.delta(0, BYTES)).isEqualTo("±0 GB");
        assertThat(decimal.delta(-0.04, FRACTION)).isEqualTo("−4 points");
        assertThat(decimal.delta(-1.5, DOLLARS)).isEqualTo("−$1.50");
    }

    @Test
    void writesFactorsAndShares() {
        assertThat(decimal.factor(25.0 / 3)).isEqualTo("8.33×");
        assertThat(decimal.factor(1)).isEqualTo("1.00×");
        assertThat(decimal.share(0.4578)).isEqualTo("46 %");
        assertThat(decimal.share(0.0956)).isEqualTo("9.6 %");
        assertThat(decimal.share(0.0996)).isEqualTo("10 %");
        assertThat(decimal.share(0)).isEqualTo("0 %");
    }

    @Test
    void writesMoreDigitsWhenTold() {
        assertThat(decimal.withDigits(6).text(38.7e9, BYTES)).isEqualTo("38.7000 GB");
        assertThat(decimal.withDigits(1).text(38.7e9, BYTES)).isEqualTo("39 GB");
        assertThatThrownBy(() -> decimal.withDigits(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesTicksOfAnAxisInOneUnit() {
        Scale axis = binary.scale(96 * 0x1p30, BYTES);
        assertThat(axis.unit()).isEqualTo("GiB");
        assertThat(binary.tick(0, axis)).isEqualTo("0");
        assertThat(binary.tick(20 * 0x1p30, axis)).isEqualTo("20");
        assertThat(binary.tick(0x1p29, axis)).isEqualTo("0.5");
        assertThat(binary.text(0x1p29, BYTES, axis)).isEqualTo("0.500 GiB");
    }

    /** 0.506 s beside 1.07 s, but 1 024 tokens beside 12.3 million. */
    @Test
    void aLineHasOneUnitUnlessANumberWouldBeHardToReadInIt() {
        assertThat(decimal.scaleBeside(0.506, SECONDS, 1.07).unit()).isEqualTo("s");
        assertThat(decimal.scaleBeside(8_548, TOKENS_PER_SECOND, 12_500).unit()).isEqualTo("ktok/s");
        assertThat(decimal.scaleBeside(0.009, SECONDS, 1.07).unit()).isEqualTo("ms");
        assertThat(decimal.scaleBeside(1_024, TOKENS, 12_300_000).unit()).isEqualTo("tokens");
        assertThat(decimal.scaleBeside(0, SECONDS, 1.07).unit()).isEqualTo("s");
        assertThat(decimal.scaleBeside(26.8, SECONDS, 212).unit()).isEqualTo("s");
        assertThat(decimal.scaleBeside(0.5, SECONDS, Double.NaN).unit()).isEqualTo("ms");
    }
}
