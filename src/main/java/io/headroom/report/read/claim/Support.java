package io.headroom.report.read.claim;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a card has a number format or lacks it: "L40S: … lacks FP8 acceleration".
 *
 * @param scope card and format: "l40s:fp8"
 * @param has whether the text says that it has it
 * @param start where the text says so
 * @param end behind it
 */
record Support(String scope, boolean has, int start, int end) {

    private static final String FORMAT = "(FP8|FP4|NVFP4|MXFP4|INT8|INT4|BF16|FP16)";
    private static final Pattern CARD = Pattern.compile("\\b(GB200|GH200|B200|B300|H200|H100|H800|H20|A100|A10G?|A30|A40|L40S|L4|V100|MI300X|MI250X?"
            + "|MI325X|MI355X)(?:'s)?\\b");
    private static final Pattern LACKS = Pattern.compile("(?i)\\b(?:lacks?|lacking|without|no|does(?: not|n't) support|not support(?:ing)?)\\s+(?:native |hardware )?"
            + FORMAT + "\\b");
    private static final Pattern HAS = Pattern.compile("(?i)\\b(?:supports?|native|hardware)\\s+" + FORMAT + "\\b|\\b" + FORMAT + " (?:support|acceleration)\\b");

    static Optional<Support> of(String text) {
        Matcher card = CARD.matcher(text);
        if (!card.find()) {
            return Optional.empty();
        }
        String name = card.group(1).toLowerCase(Locale.ROOT);
        Matcher lacks = LACKS.matcher(text);
        if (lacks.find()) {
            return Optional.of(new Support(name + ":" + lacks.group(1).toLowerCase(Locale.ROOT), false, lacks.start(), lacks.end()));
        }
        Matcher has = HAS.matcher(text);
        return has.find() ? Optional.of(new Support(name + ":" + (has.group(1) == null ? has.group(2) : has.group(1)).toLowerCase(Locale.ROOT),
                true, has.start(), has.end())) : Optional.empty();
    }
}
