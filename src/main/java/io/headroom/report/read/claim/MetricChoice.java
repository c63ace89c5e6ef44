package io.headroom.report.read.claim;

import io.headroom.check.audit.Measure;
import io.headroom.report.read.quantity.Quantity;
import io.headroom.report.read.quantity.Sort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which metric a number states. */
final class MetricChoice {

    private static final Pattern CHANGED = pattern("^\\s*(?:\\w+\\s){0,2}(?:improvements?|reductions?|faster|slower|better|worse|increase\\w*|decrease\\w*|savings?"
            + "|less|fewer|more|gains?|higher|lower|speed-?up|overestimat\\w+|underestimat\\w+|drop|cheaper|smaller|larger|growth)\\b");
    private static final Pattern CHANGED_BY = pattern("\\b(?:reduc\\w*|increas\\w*|improv\\w*|decreas\\w*|cut|drops?|fell|falls|rises?|grew|lower\\w*|sav\\w+)\\b[^.;]*"
            + "\\bby\\s*(?:about |~)?$");
    private static final Pattern GAIN = pattern("potential|\\bexpected (?:gain|improvement)");
    private static final Pattern CHANGE_HEADER = pattern("\\b(?:improvement|change|delta|difference|gain|reduction|speed-?up|savings?)\\b");
    private static final Pattern OF_MEMORY = pattern("^\\s*(?:of|out of)\\s*(?:the\\s*)?~?[\\d.]*\\s*$|^\\s*of .*(?:memory|capacity|hbm|vram)");
    private static final Pattern PER_GPU = pattern("\\b(?:per|each|every)[- ](?:gpu|card|device|npu|accelerator|chip)|/\\s*gpu\\b|gpu hosts|single[- ]card");
    private static final Pattern PER_REPLICA = pattern("\\bper[- ](?:pipeline|replica|instance|model instance|data[- ]parallel)");
    private static final Pattern SYSTEM = pattern("\\b(?:system|total|aggregate|overall|cluster|whole)(?: system| cluster)?"
            + "(?: (?:token )?throughput| performance| tokens| capacity|\\W*$)");
    private static final Pattern SCORE = pattern("\\b([\\p{L}][\\w-]*)\\s+score\\b");
    private static final Pattern CAPACITY_BEFORE = pattern("\\b(?:of|within|under|into|on|gpus? with)\\s*(?:the\\s|a\\s)?$");
    private static final Pattern HARDWARE_NAME = pattern("\\b(?:[ABHL]\\d{2,3}S?|GH200|MI\\d{3}X?|V100|Gaudi\\d?|RTX\\s?\\w+)(?:[ -]?(?:SXM\\d?|PCIe|NVL))?\\s*(?:-|\\()?$");
    private static final Pattern COMPUTE = pattern("comput\\w+ (?:power|capab\\w*|capacity)|\\bpeak\\b|\\bavailable\\b|hardware|tensor core|per[- ](?:gpu|card)(?! group)|single[- ]card");

    // "2,048 input tokens and 256 output tokens"
    private static final Pattern TOKENS_OF = pattern("^[\\s-]*(input|prompt|output|generated|completion|new)[\\s-]tok(?:en)?s?\\b");
    private static final Pattern PAIRED = pattern("\\bfrom \\d[\\d,.]* to \\d|\\(\\d[\\d,.]* vs\\.? \\d");

    private MetricChoice() {
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** The metric of {@code q}; empty where no words tell. Throughput may still lack its scope, see {@link #throughput}. */
    static Optional<String> of(Quantity q, Clause c) {
        return switch (q.sort()) {
            case TIMES -> Optional.of(Measure.RATIO);
            case PERCENT -> percent(c);
            case TOKEN_RATE -> Optional.of(throughput(c));
            case TOKENS_A_DAY -> Optional.of("demand.tokensPerDay");
            case FLOP_PER_TOKEN -> Optional.of(Measure.FLOP_PER_TOKEN);
            case FLOP_RATE, FLOP -> Optional.of(flop(q, c));
            case BYTES -> bytes(q, c);
            case LAYERS -> Optional.of(pattern("per (?:pipeline )?stage|each stage").matcher(c.own()).find() ? "layers.perStage"
                    : "model.layers");
            case HEADS -> Optional.of(PER_GPU.matcher(c.own()).find() ? "heads.perGpu" : "model.heads");
            case EXPERTS -> Optional.of(PER_GPU.matcher(c.line()).find() ? "experts.perGpu" : "model.experts");
            case MODULES -> Optional.of(PER_GPU.matcher(c.own()).find() ? Measure.EXPERT_MODULES_PER_GPU : Measure.EXPERT_MODULES);
            case STAGES -> Optional.of("parallelism.pipeline");
            case PARAMETERS -> Optional.of(pattern("\\bactive\\b|activated").matcher(c.own()).find() ? "params.active" : "params.total");
            case REQUEST_RATE -> Optional.of("throughput.requests");
            case WATTS -> Optional.of("power.watts");
            case MONEY_PER_YEAR -> Optional.of(Measure.SAVINGS);
            case MONEY, MONEY_PER_DAY -> pattern("\\bsav(?:es?|ings?)\\b").matcher(c.before()).find()
                    ? Optional.of(Measure.SAVINGS) : named(q.sort(), c);
            case MONEY_PER_HOUR -> Optional.of("cost.perHour");
            case TOKENS -> pattern("\\bper step\\b").matcher(c.own()).find() ? Optional.of("decode.tokensPerStep")
                    : near(q.sort(), c);
            case REQUESTS -> pattern("\\bqueue").matcher(c.around()).find() ? Optional.of("queue.depth") : pattern("concurrent|batch|simultaneous|in flight").matcher(c.around()).find()
                    ? Optional.of(Vocabulary.BATCH) : near(q.sort(), c).or(() -> Optional.of("requests.count"));
            case GPUS -> Optional.of("gpus");
            case NUMBER -> number(c);
            case SECONDS, MONEY_PER_TOKENS, BANDWIDTH -> named(q.sort(), c);
            case THINGS -> pattern("^\\s*(?:at|×|x)\\s").matcher(c.line().substring(q.end())).find() ? Optional.of("count")
                    : Optional.empty();
            case WAYS, BITS -> Optional.empty();
        };
    }

    private static Optional<String> named(Sort sort, Clause c) {
        return c.nearToFar().stream().map(t -> Vocabulary.metric(t, sort)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> near(Sort sort, Clause c) {
        return List.of(c.own(), c.headers(), c.label()).stream().map(t -> Vocabulary.metric(t, sort))
                .flatMap(Optional::stream).findFirst();
    }

    // a label names the number only where no other words stand between: not in "Pipeline stages: equal layers (8 each)"
    private static boolean isFar(Clause c) {
        return !c.label().isEmpty() && c.before().isBlank() && c.line().substring(c.label().length()).matches(
                "(?s):\\s*[\\p{L} ]{4,}\\(.*") || pattern("^\\s*(?:each|\\))\\s*\\)?$").matcher(c.after()).find() && !c.own().contains(":")
                && c.headers().isEmpty() && !c.line().contains(" vs ");
    }

    private static Optional<String> number(Clause c) {
        Matcher tokens = TOKENS_OF.matcher(c.after());
        if (tokens.find()) {
            return Optional.of(tokens.group(1).matches("(?i)in.*|prompt") ? "workload.inputTokens" : "workload.outputTokens");
        }
        String headers = c.headers() + " " + c.label();
        Matcher score = SCORE.matcher(c.headers().isEmpty() ? c.own() + " " + c.label() : c.headers());
        if (score.find()) {
            return Optional.of(Measure.QUALITY + score.group(1).toLowerCase(Locale.ROOT));
        }
        return near(Sort.NUMBER, c).map(m -> m.equals(Vocabulary.THROUGHPUT) ? throughput(c) : m)
                .or(() -> PAIRED.matcher(c.line()).find() ? Vocabulary.metric(c.line(), Sort.NUMBER) : Optional.empty())
                .filter(m -> (!headers.isBlank() || !c.line().isBlank()) && !isFar(c));
    }

    private static Optional<String> percent(Clause c) {
        boolean header = !c.headers().isEmpty() && CHANGE_HEADER.matcher(c.headers().substring(c.headers().indexOf('|') + 1)).find();
        if (GAIN.matcher(c.after()).find()) {
            return Optional.of(Measure.GAIN);
        }
        boolean cost = pattern("cost\\b.*savings?|savings?").matcher(c.after()).find();
        if (header || CHANGED.matcher(c.after()).find() || CHANGED_BY.matcher(c.before()).find() || cost) {
            return Optional.of(Measure.CHANGE);
        }
        if (pattern("^\\s*(?:\\w+ )?(?:degradation|loss)").matcher(c.after()).find()) {
            return Optional.of("quality.degradation");
        }
        boolean isOther = List.of(c.own(), c.label()).stream().map(t -> Vocabulary.metric(t, Sort.PERCENT)).flatMap(Optional::stream)
                .anyMatch(m -> m.startsWith("mfu") || m.startsWith("mbu") || m.startsWith("share"));
        if (OF_MEMORY.matcher(c.after()).find() && !isOther) {
            return Optional.of("memory.utilization");
        }
        Optional<String> named = named(Sort.PERCENT, c);
        boolean vague = named.isPresent() && named.get().equals(Measure.GPU_UTILIZATION);
        boolean usage = pattern("\\busage\\b|\\bused\\b").matcher(c.own()).find();
        return vague && usage && pattern("memory").matcher(c.around()).find() ? Optional.of("memory.utilization") : named;
    }

    private static Optional<String> bytes(Quantity q, Clause c) {
        boolean isOfCard = q.start() <= c.line().length() && HARDWARE_NAME.matcher(c.line().substring(0, q.start())).find();
        if (isOfCard || CAPACITY_BEFORE.matcher(c.before()).find()
                || pattern("^\\s*(?:limit|capacity|gpu|card|hbm|vram|of (?:gpu|video|hbm) memory|available|allows)\\b").matcher(c.after()).find()) {
            return Optional.of("memory.capacity");
        }
        return named(Sort.BYTES, c);
    }

    private static String flop(Quantity q, Clause c) {
        if (pattern("sustained|needed|requires?\\b|necessary").matcher(c.after()).find()) {
            return Measure.FLOPS_NEEDED;
        }
        boolean prefill = pattern("prefill|attention|\\bmoe\\b|\\bffn\\b|per request|gpu group|\\bflops:").matcher(c.around()).find();
        boolean speed = q.sort() == Sort.FLOP_RATE || COMPUTE.matcher(c.around()).find() && !prefill;
        if (speed) {
            return Measure.FLOPS_PER_GPU;
        }
        return PER_GPU.matcher(c.own()).find() ? "prefill.flops.perGpu" : "prefill.flops";
    }

    /** The throughput that {@code c} speaks of, as far as it says; {@link Vocabulary#THROUGHPUT} with "?" where it does not. */
    static String throughput(Clause c) {
        for (String text : List.of(c.own(), c.headers(), c.label())) {
            if (PER_GPU.matcher(text).find()) {
                return Vocabulary.THROUGHPUT + ".perGpu";
            }
            if (PER_REPLICA.matcher(text).find()) {
                return Vocabulary.THROUGHPUT + ".perReplica";
            }
            if (SYSTEM.matcher(text).find()) {
                return Vocabulary.THROUGHPUT;
            }
        }
        return Vocabulary.THROUGHPUT + "?";
    }
}
