package io.headroom.report.read.claim;

import io.headroom.check.audit.Measure;
import io.headroom.report.read.quantity.Sort;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words by which reports name metrics. The first row wins whose words stand in the text and which can have the number's
 * unit; more telling words stand before those that they contain. Plain numbers are matched by the rows that allow
 * {@link Sort#NUMBER}.
 */
final class Vocabulary {

    /** TTFT, before it is known which: of one request alone or of the last of a burst. */
    static final String TTFT = "ttft";
    /** Tokens a second, before it is known whether of one GPU, a replica or all. */
    static final String THROUGHPUT = "throughput.outputTokens";
    /** Requests at once. */
    static final String BATCH = "workload.concurrentRequests";

    /** A row of the vocabulary. */
    private record Word(String metric, Set<Sort> sorts, Pattern words) {
    }

    private static final List<Word> WORDS = List.of(
            // times
            word(TTFT, "\\bttft\\b|time[- ]to[- ]first[- ]token|first[- ]token (?:latency|time)|prefill (?:latency|time)",
                    Sort.SECONDS),
            word("tpot.steady", "\\btpot\\b|\\bitl\\b|\\btbt\\b|inter[- ]token|time (?:per|between) (?:output )?tokens?|per[- ]token latency|latency per (?:output )?token|decode latency|\\bper (?:output )?token",
                    Sort.SECONDS),
            word("e2e.steady", "\\be2e\\b|end[- ]to[- ]end|(?:request|response|total) (?:latency|time)", Sort.SECONDS),
            word("decode.step", "\\bdecod(?:e|ing)\\b|\\bstep (?:time|latency)|\\bper step", Sort.SECONDS),
            word(TTFT, "\\bprefill\\b", Sort.SECONDS),
            word(Measure.DURATION, "load test|evaluation|experiment|benchmark|gpu time|per prompt|warm-?up|loading|runtime",
                    Sort.SECONDS),
            // money
            word("cost.perMillionTokens", "(?:per|/)\\s*(?:1\\s?M|million)\\s*tok", Sort.MONEY, Sort.MONEY_PER_TOKENS),
            word("cost.per1kTokens", "(?:per|/)\\s*(?:1\\s?K|1,?000|thousand)\\s*tok", Sort.MONEY, Sort.MONEY_PER_TOKENS),
            word("cost.perDay", "tok(?:en)?s?\\s*/\\s*day|daily|per day|cost projection", Sort.MONEY, Sort.MONEY_PER_DAY),
            word("cost.perHour", "hour|rate\\b|price", Sort.MONEY, Sort.MONEY_PER_HOUR),
            // bytes
            word("memory.weights", "\\bweights?\\b|model size|parameters? memory|model memory|\\bparameters\\b", Sort.BYTES),
            word("memory.kvCache", "\\bkv\\b|key[-/ ]value cache", Sort.BYTES),
            word("memory.activations", "\\bactivations?\\b", Sort.BYTES),
            word("memory.reserve", "\\breserved?\\b|\\boverhead\\b|workspace|cuda (?:context|graphs?)|\\bbuffers?\\b", Sort.BYTES),
            word("memory.capacity", "capacity|video memory|\\bvram\\b|\\bhbm\\d?\\w?\\b|memory size|\\blimit\\b|available"
                    + "|constraints?|gpu memory(?! usage| used)|\\bcard\\b|instance", Sort.BYTES),
            word("memory.total", "\\btotal\\b|\\bmemory\\b|\\busage\\b|\\bused\\b|footprint|per[- ]gpu", Sort.BYTES),
            word(Measure.HBM_BANDWIDTH, "bandwidth|hbm", Sort.BANDWIDTH),
            // shares
            word("memory.utilization", "memory (?:utili[sz]ation|usage|efficiency|used|util\\b|occupancy|waste)|utili[sz]ation of memory"
                    + "|gpu memory", Sort.PERCENT),
            word("share.communication", "communication|all-?reduce", Sort.PERCENT),
            word("share.bubble", "bubble", Sort.PERCENT),
            word("load.variance", "variance|imbalance", Sort.PERCENT),
            word("mfu.prefill", "\\bmfu\\b", Sort.PERCENT),
            word("mbu.decode", "\\bmbu\\b|bandwidth utili[sz]ation", Sort.PERCENT),
            word("error.rate", "error rate|failure rate", Sort.PERCENT),
            word(Measure.GPU_UTILIZATION, "(?:gpu|compute|hardware|sm) (?:utili[sz]ation|util\\b|efficiency)|energy efficiency", Sort.PERCENT),
            word("quality.degradation", "quality|degradation|accuracy", Sort.PERCENT),
            word("memory.utilization", "\\bmemory\\b", Sort.PERCENT),
            word(Measure.GPU_UTILIZATION, "utili[sz]ation|\\befficiency\\b|\\butil\\b", Sort.PERCENT),
            // work
            word("prefill.flops", "\\bprefill\\b|\\bflops?\\b|attention|\\bmoe\\b|\\bffn\\b", Sort.FLOP),
            // scores
            word("quality.overall", "\\boverall (?:score|quality)|quality score", Sort.NUMBER),
            // counts
            word("heads.perGpu", "heads (?:per|/) ?(?:gpu|card|device|rank)", Sort.NUMBER, Sort.HEADS),
            word("experts.perGpu", "experts (?:per|/) ?(?:gpu|card|device|rank)", Sort.NUMBER, Sort.EXPERTS),
            word("layers.perStage", "layers (?:per|/) ?(?:pipeline )?stage", Sort.NUMBER, Sort.LAYERS),
            word("gpus", "\\bgpu count|number of gpus|total gpus|\\bgpus\\b|\\bnpus?\\b|\\bgpu allocation|accelerators", Sort.NUMBER,
                    Sort.GPUS),
            word("gpus", ".", Sort.GPUS),
            word("parallelism.tensor", "\\btp\\b|tensor[- ]parallel", Sort.NUMBER),
            word("parallelism.pipeline", "\\bpp\\b|pipeline[- ](?:parallel|stages)", Sort.NUMBER),
            word("parallelism.data", "\\bdp\\b|data[- ]parallel", Sort.NUMBER),
            word("parallelism.expert", "\\bep\\b|expert[- ]parallel", Sort.NUMBER),
            word("parallelism.sequence", "\\bsp\\b|sequence[- ]parallel", Sort.NUMBER),
            word("parallelism.context", "\\bcp\\b|context[- ]parallel", Sort.NUMBER),
            word("queue.depth", "queue", Sort.NUMBER, Sort.REQUESTS),
            word(BATCH, "batch[- ]?size|\\bbatch\\b|concurren", Sort.NUMBER, Sort.REQUESTS),
            word("workload.inputTokens", "input (?:length|tokens|sequence)|prompt (?:length|tokens)|sequence length|context length"
                    + "|\\bseq(?:uence)? ?len", Sort.NUMBER, Sort.TOKENS),
            word("workload.outputTokens", "output (?:length|tokens)|generated tokens|max(?:imum)? new tokens", Sort.NUMBER, Sort.TOKENS),
            word("model.layers", "\\blayers\\b", Sort.NUMBER), word("model.heads", "attention heads|\\bheads\\b", Sort.NUMBER),
            word("model.experts", "\\bexperts\\b", Sort.NUMBER), word("model.hidden", "hidden (?:size|dim)|d_model|model dim", Sort.NUMBER),
            word("model.vocabulary", "vocab", Sort.NUMBER), word("model.topK", "top[-_ ]?k|active experts|experts per token", Sort.NUMBER),
            word("params.total", "parameters?\\b|\\bmodel\\b|dense|\\bmoe\\b", Sort.PARAMETERS),
            word(THROUGHPUT, "throughput|tok(?:en)?s?\\s*(?:/|per)\\s*(?:s|sec|second|ms|gpu)\\b|\\btps\\b|performance per gpu"
                    + "|tokens per gpu", Sort.NUMBER));

    private Vocabulary() {
    }

    private static Word word(String metric, String words, Sort... sorts) {
        Set<Sort> allowed = EnumSet.noneOf(Sort.class);
        allowed.addAll(List.of(sorts));
        return new Word(metric, allowed, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
    }

    /** The metric that {@code text} names for a number of {@code sort}. */
    static Optional<String> metric(String text, Sort sort) {
        return WORDS.stream().filter(w -> w.sorts.contains(sort) && w.words.matcher(text).find()).map(Word::metric)
                .findFirst();
    }

    /** Whether {@code text} names any metric. */
    static boolean namesMetric(String text) {
        return text.length() <= 60 && WORDS.stream().anyMatch(w -> !w.words.pattern().equals(".")
                && w.words.matcher(text).find()) || text.toLowerCase(java.util.Locale.ROOT).contains("score");
    }
}
