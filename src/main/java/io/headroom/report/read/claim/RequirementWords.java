package io.headroom.report.read.claim;

import java.util.regex.Pattern;

/** Words by which reports tell what they ask for from what they say is so. */
final class RequirementWords {

    private static final Pattern ASKED = Pattern.compile("(?i)\\b(?:requirements?|required|targets?|goals?|slos?|slas?|must|should be"
            + "|limit|objectives?|budget)\\b");
    private static final Pattern REACHED = Pattern.compile("(?i)\\b(?:achiev\\w*|actual(?:ly)?|expected|estimated|reality|measured|observed|current"
            + "|result(?:s|ing)?|usage|used|available|reached|delivers?|projected|predicted|attained|obtained)\\b");
    private static final Pattern TOLD = Pattern.compile("(?i)\\b(?:met|passed|verification|verified|results?|assessment|analysis|check|compatibility"
            + "|achieved|evaluation|status|revision)\\b");
    private static final Pattern ALERT = Pattern.compile("(?i)\\b(?:alerts?|alarm|alert thresholds?)\\b|^\\W*(?:critical|warning|info)\\b");
    private static final Pattern TICK = Pattern.compile("[✓✔✅☑]");
    private static final Pattern HYPOTHETICAL = Pattern.compile("(?i)\\b(?:theoretical|with (?:aggressive|further|all|suggested) optimi[sz]ations?"
            + "|realistic maximum|could (?:reach|achieve)|suggested optimi[sz]ations?|overlapping)\\b");

    private static final int LONGEST_HEADING = 60;

    private RequirementWords() {
    }

    static boolean asked(String text) {
        return ASKED.matcher(text).find();
    }

    static boolean reached(String text) {
        return REACHED.matcher(text).find();
    }

    static boolean alert(String text) {
        return ALERT.matcher(text).find();
    }

    static boolean ticked(String text) {
        return TICK.matcher(text).find();
    }

    static boolean hypothetical(String text) {
        return HYPOTHETICAL.matcher(text).find();
    }

    /** Whether what stands under this heading is asked for, not told. */
    static boolean inHeading(String text) {
        return text.length() <= LONGEST_HEADING && asked(text) && !TOLD.matcher(text).find();
    }
}
