package io.headroom.report.read.quantity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digits that belong to names, dates, versions, links and percentiles: no quantities. */
final class Names {

    private static final Pattern NAME = Pattern.compile("\\bhttps?://\\S+|\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?)?"
            + "|\\b\\d{1,2}:\\d{2}:\\d{2}\\b|\\bv?\\d+\\.\\d+\\.\\d+\\S*|\\bv\\d+(?:\\.\\d+)*\\b"
            + "|\\b(?:meta-?)?(?:llama|qwen|mixtral|mistral|deepseek|gemma|phi|gpt(?:-oss)?|glm|falcon|yi|kimi|internlm|codellama)"
            + "[- ]?[A-Za-z]?\\d[\\w.]*(?:[- ](?:\\d+x)?\\d+(?:\\.\\d+)?B\\b)?(?:-[A-Za-z]\\w*)*"
            + "|\\b(?:section|table|figure|report|chapter|appendix|phase|step|option)\\s+\\d+(?:\\.\\d+)*\\b", Pattern.CASE_INSENSITIVE);

    private Names() {
    }

    /** {@code line} with such names blanked out, as long as before. */
    static String masked(String line) {
        Matcher m = NAME.matcher(line);
        String masked = line;
        while (m.find()) {
            masked = blanked(masked, m.start(), m.end());
        }
        return masked;
    }

    static String blanked(String text, int from, int to) {
        return text.substring(0, from) + "_".repeat(to - from) + text.substring(to);
    }
}
