package io.headroom.report.read.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Metrics by the words of a sentence that has no number of them. */
final class Named {

    private record Word(Pattern words, String metric) {
    }

    private static final List<Word> WORDS = List.of(word("\\bttft\\b|first token", "ttft.alone"),
            word("\\btpot\\b|\\bitl\\b|time per (?:output )?token|per[- ]token latency", "tpot.steady"),
            word("e2e|end-to-end|latency", "e2e.steady"),
            word("(?:per|/)\\s*(?:1\\s?M|million)\\s*tok", "cost.perMillionTokens"),
            word("(?:per|/)\\s*(?:1\\s?K|1,?000|thousand)\\s*tok", "cost.per1kTokens"),
            word("throughput|\\btok(?:en)?s?\\s*(?:/|per)\\s*s", "throughput.outputTokens"),
            word("\\bgpus?\\b(?! util| memory)", "gpus"), word("\\bcosts?\\b", "gpus"));

    private Named() {
    }

    private static Word word(String words, String metric) {
        return new Word(Pattern.compile(words, Pattern.CASE_INSENSITIVE), metric);
    }

    /** The metric that {@code text} speaks of; cost goes by GPUs where the report has no prices. */
    static Optional<String> metric(String text) {
        return WORDS.stream().filter(w -> w.words.matcher(text).find()).map(Word::metric).findFirst();
    }
}
