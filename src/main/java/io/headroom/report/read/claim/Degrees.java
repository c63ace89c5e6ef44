package io.headroom.report.read.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Degrees in their short spelling: "TP=2, PP=4", "EP16", "TP from 2 to 4", "TP configuration (4 vs 2)". */
final class Degrees {

    private static final Map<String, String> METRICS = Map.of("TP", "parallelism.tensor", "PP", "parallelism.pipeline", "DP",
            "parallelism.data", "EP", "parallelism.expert", "SP", "parallelism.sequence", "CP", "parallelism.context");
    private static final Pattern SHORT = Pattern.compile("\\b(TP|PP|DP|EP|SP|CP)(?:[ _-]?(?:size|degree))?\\s*[=:]?\\s*(\\d{1,5})\\b(?![.\\d%])"
            + "|\\b(TP|PP|DP|EP|SP|CP)\\b[^.;\\d]{0,24}\\bfrom\\s+(\\d{1,5})\\s+to\\s+(\\d{1,5})"
            + "|\\b(TP|PP|DP|EP|SP|CP)\\b[^.;\\d]{0,24}\\((\\d{1,5})\\s+vs\\.?\\s+(\\d{1,5})\\)");

    /**
     * A degree.
     *
     * @param metric what is split: "parallelism.tensor"
     * @param start first character in the line
     * @param end behind the last
     * @param numberStart where its number begins
     * @param old whether the text says that it was so before
     */
    record Degree(String metric, int start, int end, int numberStart, boolean old) {
    }

    private Degrees() {
    }

    static List<Degree> in(String line) {
        List<Degree> found = new ArrayList<>();
        Matcher m = SHORT.matcher(line);
        while (m.find()) {
            if (m.group(1) != null) {
                found.add(new Degree(metric(m.group(1)), m.start(), m.end(), m.start(2), false));
            } else if (m.group(3) != null) {
                found.add(new Degree(metric(m.group(3)), m.start(), m.start(5), m.start(4), true));
                found.add(new Degree(metric(m.group(3)), m.start(5), m.end(), m.start(5), false));
            } else {
                found.add(new Degree(metric(m.group(6)), m.start(), m.start(8), m.start(7), false));
                found.add(new Degree(metric(m.group(6)), m.start(8), m.end(), m.start(8), true));
            }
        }
        return found;
    }

    private static String metric(String letters) {
        return METRICS.get(letters.toUpperCase(Locale.ROOT));
    }
}
