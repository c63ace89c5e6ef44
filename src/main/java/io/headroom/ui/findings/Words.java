package io.headroom.ui.findings;

import io.headroom.estimate.Metric;
import io.headroom.ui.theme.Unbroken;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Sentences of the core as the window says them, and labels that hold them. */
final class Words {

    // "gpus" is a word of every sentence; ids of several words are nothing else
    private static final Pattern IDS = Pattern.compile("(?<![\\w.])(" + Arrays.stream(Metric.values()).map(Metric::id)
            .filter(id -> id.contains(".")).sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote).collect(Collectors.joining("|")) + ")(?!\\w|\\.\\w)");

    private Words() {
    }

    /**
     * {@code text} with the names of metrics in place of their ids, "TTFT (last of a burst) is missed", and with numbers
     * that a line break parts neither from their units nor from what they become.
     */
    static String named(String text) {
        return Unbroken.of(IDS.matcher(text).replaceAll(Words::name));
    }

    /** {@link #named} on a line of its own wherever lines break. */
    static String whole(String text) {
        return named(text).replace(' ', '\u00a0');
    }

    private static String name(MatchResult id) {
        String label = Metric.byId(id.group()).orElseThrow().label();
        int comma = label.indexOf(", ");
        return comma < 0 ? label : label.substring(0, comma) + " (" + label.substring(comma + 2) + ")";
    }

    /** {@code text} with a large first letter. */
    static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A label that wraps and never loses a line. */
    static Label wrapped(String... styleClasses) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** The head of a section. */
    static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hr-section");
        return label;
    }
}
