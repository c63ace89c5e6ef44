package io.headroom.report.read.quantity;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A spelling of a unit.
 *
 * @param spelling what stands behind the number
 * @param unit how plan files spell it
 * @param sort what it measures
 * @param factor SI units in one of it
 */
record UnitWord(Pattern spelling, String unit, Sort sort, double factor) {

    private static final String PER = "\\s*(?:/|\\bper\\b|\\ba\\b)\\s*";
    private static final String TOK = "[\\s-]*tok(?:en)?s?";
    private static final String GAP = "[\\s-]*";

    /** Longer spellings before those that they begin with. */
    static final List<UnitWord> ALL = List.of(
            of(TOK + PER + "(?:ms\\b|millisecond|msec)", "tokens/ms", Sort.TOKEN_RATE, 1e3),
            of(TOK + PER + "(?:s\\b|sec\\b|secs\\b|seconds?\\b)", "tokens/s", Sort.TOKEN_RATE, 1),
            of("\\s*(?:tps|t/s|toks)\\b", "tokens/s", Sort.TOKEN_RATE, 1),
            of(TOK + PER + "min(?:ute)?\\b", "tokens/min", Sort.TOKEN_RATE, 1 / 60.0),
            of(TOK + PER + "(?:h|hr|hour)\\b", "tokens/hour", Sort.TOKEN_RATE, 1 / 3600.0),
            of(TOK + PER + "day\\b", "tokens/day", Sort.TOKENS_A_DAY, 1),
            of(TOK + "\\b", "tokens", Sort.TOKENS, 1),
            of("\\s*(?:requests?|req|queries)" + PER + "(?:s|sec|second)\\b", "requests/s", Sort.REQUEST_RATE, 1),
            of("\\s*(?:rps|qps)\\b", "requests/s", Sort.REQUEST_RATE, 1),
            of("\\s*(?:requests?|req)" + PER + "min(?:ute)?\\b", "requests/min", Sort.REQUEST_RATE, 1 / 60.0),
            of("[\\s-]*(?:concurrent |parallel |pending |simultaneous )?(?:requests?|sequences|users)\\b", "requests",
                    Sort.REQUESTS, 1),
            of(GAP + "(?:parameters?|params?)\\b", "parameters", Sort.PARAMETERS, 1),
            exact("\\s*TB(?:ps|" + PER + "s(?:ec(?:ond)?)?)\\b", "TB/s", Sort.BANDWIDTH, 1e12),
            exact("\\s*GB(?:ps|" + PER + "s(?:ec(?:ond)?)?)\\b", "GB/s", Sort.BANDWIDTH, 1e9),
            exact("\\s*MB(?:ps|" + PER + "s(?:ec(?:ond)?)?)\\b", "MB/s", Sort.BANDWIDTH, 1e6),
            exact("\\s*Tbps\\b", "Tbit/s", Sort.BANDWIDTH, 1e12 / 8),
            exact("\\s*(?:Gbps|Gbit/s|Gb/s)\\b", "Gbit/s", Sort.BANDWIDTH, 1e9 / 8),
            exact("[\\s-]*(?:TiB)\\b", "TiB", Sort.BYTES, 0x1p40), exact("[\\s-]*(?:GiB)\\b", "GiB", Sort.BYTES, 0x1p30),
            exact("[\\s-]*(?:MiB)\\b", "MiB", Sort.BYTES, 0x1p20), exact("[\\s-]*(?:KiB)\\b", "KiB", Sort.BYTES, 0x1p10),
            of("[\\s-]*(?:TB|terabytes?)\\b", "TB", Sort.BYTES, 1e12),
            of("[\\s-]*(?:GB|gigabytes?|gigs?)\\b", "GB", Sort.BYTES, 1e9),
            of("[\\s-]*(?:MB|megabytes?)\\b", "MB", Sort.BYTES, 1e6),
            of("[\\s-]*(?:KB|kilobytes?)\\b", "kB", Sort.BYTES, 1e3),
            flop("", "FLOP", 1), flop("M", "MFLOP", 1e6), flop("G", "GFLOP", 1e9), flop("T", "TFLOP", 1e12),
            flop("P", "PFLOP", 1e15), flop("E", "EFLOP", 1e18),
            of(GAP + "(?:ms|msecs?|milliseconds?)\\b", "ms", Sort.SECONDS, 1e-3),
            of(GAP + "(?:µs|μs|us|usec|microseconds?)\\b", "us", Sort.SECONDS, 1e-6),
            of(GAP + "(?:s|secs?|seconds?)\\b", "s", Sort.SECONDS, 1),
            of(GAP + "(?:mins?|minutes?)\\b", "min", Sort.SECONDS, 60),
            of(GAP + "(?:h|hrs?|hours?)\\b", "h", Sort.SECONDS, 3600),
            of("\\s*(?:%|percent\\b|pct\\b|per cent\\b)", "%", Sort.PERCENT, 0.01),
            of(GAP + "(?:MW)\\b", "MW", Sort.WATTS, 1e6), of(GAP + "(?:kW)\\b", "kW", Sort.WATTS, 1e3),
            exact(GAP + "(?:W|[Ww]atts?)\\b", "W", Sort.WATTS, 1),
            of(GAP + "(?:expert\\s+modules?|modules?)\\b", "", Sort.MODULES, 1),
            of("[\\s-]*(?:(?:total|physical|H\\d+|A\\d+|B\\d+|L\\d+S?|MI\\d+X?)\\s)?(?:GPUs?|NPUs?|accelerators?|cards?|devices?|H100s|H200s|A100s)\\b(?!\\s*(?:memory|util))", "GPUs",
                    Sort.GPUS, 1),
            exact("\\s*[x×]?\\s*(?:NVIDIA\\s+|AMD\\s+)?(?:GB200|GH200|B200|H200|H100|H800|H20|A100|A10G?|L40S|L4|V100|MI300X)s?(?:\\s+GPUs?)?\\b",
                    "GPUs", Sort.GPUS, 1),
            of("[\\s-]*(?:transformer |decoder )?layers?\\b", "layers", Sort.LAYERS, 1),
            of("[\\s-]*(?:attention |query |q |kv |key-value )?heads?\\b", "heads", Sort.HEADS, 1),
            of("[\\s-]*(?:routed )?experts?\\b", "experts", Sort.EXPERTS, 1),
            of("[\\s-]*(?:pipeline )?stages?\\b", "", Sort.STAGES, 1), of("[\\s-]*way\\b", "", Sort.WAYS, 1),
            of("[\\s-]*bits?\\b", "bit", Sort.BITS, 1),
            of(GAP + "(?:nodes?|prompts?|samples|steps?|replicas?|instances?|servers?|months?|days?|years?|configurations?|runs?)\\b",
                    "", Sort.THINGS, 1),
            of("(?:[x×]|\\s+×|\\s+x\\b|\\s*times\\b)(?!\\s*\\d)", "x", Sort.TIMES, 1));

    private static UnitWord of(String spelling, String unit, Sort sort, double factor) {
        return new UnitWord(Pattern.compile(spelling, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), unit, sort, factor);
    }

    private static UnitWord exact(String spelling, String unit, Sort sort, double factor) {
        return new UnitWord(Pattern.compile(spelling), unit, sort, factor);
    }

    private static UnitWord flop(String prefix, String unit, double factor) {
        return of("[\\s-]*" + prefix + "FLOP(?:s|S)?(?:ps\\b|" + PER + "(?:s|sec|second|token|tok)\\b|\\b)", unit, Sort.FLOP,
                factor);
    }

    /** Where this unit ends in {@code text} from {@code at}, or -1 where it does not stand there. */
    int endAt(String text, int at) {
        Matcher m = spelling.matcher(text);
        m.region(at, text.length());
        m.useTransparentBounds(true);
        return m.lookingAt() ? m.end() : -1;
    }
}
