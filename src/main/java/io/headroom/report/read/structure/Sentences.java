package io.headroom.report.read.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts running text into sentences, since a number is about what its own sentence speaks of. */
final class Sentences {

    private static final Pattern END = Pattern.compile("(?<=[\\p{Ll}\\p{Lu}\\d%)\\]][.!?])(?<!\\b(?:vs|approx|ca|resp|incl|max|min|no|fig|e\\.g|i\\.e|etc)\\.)"
            + "\\s+(?=[\\p{Lu}~$€(\"])", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LONGEST_LABEL = 60;

    private Sentences() {
    }

    /** Each sentence of {@code p}; those behind the first stand under the label of the first ("Memory: …"). */
    static List<Passage> of(Passage p) {
        boolean isProse = p.kind() == Passage.Kind.LINE || p.kind() == Passage.Kind.ITEM;
        Matcher m = END.matcher(p.text());
        if (!isProse || !m.find()) {
            return List.of(p);
        }
        List<Passage> all = new ArrayList<>();
        List<String> under = new ArrayList<>(p.path());
        int from = 0;
        do {
            all.add(new Passage(p.line(), p.kind(), p.text().substring(from, m.start()), from == 0 ? p.path() : under, null));
            if (from == 0) {
                label(all.getFirst().text()).ifPresent(under::add);
            }
            from = m.end();
        } while (m.find());
        all.add(new Passage(p.line(), p.kind(), p.text().substring(from), under, null));
        return all;
    }

    private static java.util.Optional<String> label(String text) {
        int colon = text.indexOf(": ");
        return colon > 0 && colon <= LONGEST_LABEL ? java.util.Optional.of(text.substring(0, colon)) : java.util.Optional.empty();
    }
}
