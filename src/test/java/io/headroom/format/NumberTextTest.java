package io.headroom.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values were reckoned by hand from the written grammar. */
class NumberTextTest {

    private static final Locale AT_START = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(AT_START);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "4k | 4000", "32K | 32000", "0.45 | 0.45", "1,5 | 1.5", "0,125 | 0.125", "60 % | 0.6", "60% | 0.6",
        "1 024 | 1024", "1_000 | 1000", "1'234'567 | 1234567", "1\u2009024 | 1024", "1\u202F024.5 | 1024.5", "-5 | -5", "\u2212 5 | -5",
        "+5 | 5", "2e9 | 2e9", "1.5E-3 | 0.0015", ".5 | 0.5", "5. | 5", "7.6B | 7.6e9", "2M | 2e6", "1.04T | 1.04e12",
        "1024,5 | 1024.5", "1,50 | 1.5", "  8  | 8", "007 | 7", "1000000 | 1e6"})
    void readsWhatPeopleType(String typed, double expected) {
        for (String tag : new String[] {"en-US", "de", "tr", "ar-EG", "hi"}) {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(NumberText.parse(typed)).as(tag).isEqualTo(new NumberText.Value(expected));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "4k | 4096", "32k | 32768", "128K | 131072", "1M | 1048576", "1m | 1048576", "1.5k | 1536", "4 096 | 4096",
        "0 | 0", "1e3 | 1000", "10240 | 10240"})
    void countsTokensInPowersOfTwo(String typed, double expected) {
        assertThat(NumberText.parse(typed, NumberText.Mode.TOKEN_COUNT)).isEqualTo(new NumberText.Value(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "1.1k", "-4", "60 %", "4G", "1,5"})
    void refusesWhatIsNoCountOfTokens(String typed) {
        assertThat(NumberText.parse(typed, NumberText.Mode.TOKEN_COUNT)).isInstanceOf(NumberText.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | Type a number", "'   ' | Type a number", "abc | Not a number: “abc”", "- | Not a number: “-”",
        "1,024 | Could be 1024 or 1.024: write one of them", "1.024,5 | Write thousands as 1 024 or 1024",
        "1,024,000 | Write thousands as 1 024 or 1024", "1 02 | Set digits apart by threes", "10 24 | Set digits apart",
        "1234 567 | Set digits apart by threes", "4kk | Unknown behind the number: “kk”", "5 ms | Unknown behind",
        "1e | Not a number: “e”", "1e9999 | Not a number", "1e999 | Too large", "9T% | Unknown behind", "5 m | Unknown",
        "NaN | Not a number", "Infinity | Not a number", "0x10 | Unknown behind the number: “x10”", "1.5.2 | Write"})
    void refusesWithAReason(String typed, String reason) {
        assertThat(NumberText.parse(typed)).isInstanceOfSatisfying(NumberText.Refused.class,
                refused -> assertThat(refused.reason()).startsWith(reason));
    }

    @Test
    void looksAtNoMoreThanSixtyFourCharacters() {
        assertThat(NumberText.parse("1".repeat(64))).isInstanceOf(NumberText.Value.class);
        assertThat(NumberText.parse("1".repeat(65))).isEqualTo(new NumberText.Refused("Longer than 64 characters"));
        assertThat(NumberText.parse(null)).isInstanceOf(NumberText.Refused.class);
    }

    @Test
    void readsDigitsOfOtherScripts() {
        assertThat(NumberText.parse("٤٠٩٦")).isEqualTo(new NumberText.Value(4096));
        assertThat(NumberText.parse("१२,५")).isEqualTo(new NumberText.Value(12.5));
    }

    @Test
    void readsUnitsWhereTheFieldHasOne() {
        Unit milliseconds = Unit.of("ms").orElseThrow();
        assertThat(NumberText.parse("500", milliseconds)).isEqualTo(new NumberText.Value(0.5));
        assertThat(NumberText.parse("0.5 s", milliseconds)).isEqualTo(new NumberText.Value(0.5));
        assertThat(NumberText.parse("64 GB", milliseconds)).isInstanceOf(NumberText.Refused.class);
        assertThat(NumberText.parse("60 %", milliseconds)).isInstanceOf(NumberText.Refused.class);
        Unit gigabytes = Unit.of("GB").orElseThrow();
        assertThat(NumberText.parse("2 GiB", gigabytes)).isEqualTo(new NumberText.Value(0x1p31));
        assertThat(NumberText.parse("5 B", gigabytes)).isEqualTo(new NumberText.Value(5));
        Unit tokens = Unit.of("tokens").orElseThrow();
        assertThat(NumberText.parse("4k", tokens)).isEqualTo(new NumberText.Value(4096));
        assertThat(NumberText.parse("4 ktokens", tokens)).isEqualTo(new NumberText.Value(4000));
        Unit percent = Unit.of("%").orElseThrow();
        assertThat(NumberText.parse("60", percent)).isEqualTo(new NumberText.Value(0.6));
        assertThat(NumberText.parse("60 %", percent)).isEqualTo(new NumberText.Value(0.6));
    }

    @Test
    void readsBackWhatTheFormatterWrites() {
        Formatter formatter = new Formatter(ByteUnits.GB);
        for (double value = 1; value < 1e15; value = Math.rint(value * 3.7)) {
            String written = formatter.withDigits(15).value(value, Dimension.COUNT);
            assertThat(NumberText.parse(written)).isEqualTo(new NumberText.Value(value));
        }
        String percent = formatter.text(-0.107, Dimension.FRACTION);
        assertThat(NumberText.parse(percent)).isEqualTo(new NumberText.Value(-0.107));
    }
}
