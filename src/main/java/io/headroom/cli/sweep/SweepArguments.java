package io.headroom.cli.sweep;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.Profile;
import io.headroom.cli.input.Batches;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.input.Written;
import io.headroom.explore.sweep.Sweep;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonText;
import io.headroom.json.Location;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Precision;
import io.headroom.plan.Requirement;
import io.headroom.plan.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** The arguments that say what is swept, and the question that they make. */
final class SweepArguments {

    private static final int MOST_GPUS = 4096;
    private static final int MOST_TOKENS = 10_000_000;

    @Option(names = "--gpus", paramLabel = "N|LIST", required = true, description = "Every number of GPUs up to N, or the "
            + "numbers of a list such as 1,2,4,8.")
    private String gpus;

    @Option(names = "--models", paramLabel = "LIST", description = "Ids of models (default: all of the catalogue).")
    private String models;

    @Option(names = "--accelerators", paramLabel = "LIST", description = "Ids of accelerators (default: all).")
    private String accelerators;

    @Option(names = "--input", paramLabel = "N", defaultValue = "2048", description = "Tokens of a prompt (default: "
            + "${DEFAULT-VALUE}).")
    private String input;

    @Option(names = "--output", paramLabel = "N", defaultValue = "256", description = "Tokens of an answer (default: "
            + "${DEFAULT-VALUE}).")
    private String output;

    @Option(names = "--batch", paramLabel = "N|LIST|1..N", defaultValue = "1..4096", description = "Concurrent requests; "
            + "1..N are powers of two and the largest that fits (default: ${DEFAULT-VALUE}).")
    private String batches;

    @Option(names = "--precision", paramLabel = "LIST", defaultValue = "bf16", description = "Formats of weights and "
            + "experts, each with the format of the KV cache where a slash follows (default: ${DEFAULT-VALUE}).")
    private String precisions;

    @Option(names = "--profile", paramLabel = "ID", defaultValue = "calibrated", description = "Assumptions: plan, ideal "
            + "or calibrated (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Option(names = "--limit", paramLabel = "ID<=VALUE", description = "A limit that plans must keep, in SI units: "
            + "'ttft.steady<=2', 'throughput.outputTokens>=1000'. May be repeated.")
    private List<String> limits = List.of();

    @Option(names = "--all", description = "Every plan that passes, instead of the best by each objective.")
    private boolean isEveryLayout;

    /** What is asked of each model on each accelerator. */
    Sweep sweep(Catalog catalog) throws Refusal {
        Optional<Profile> known = catalog.profile(profile);
        if (known.isEmpty()) {
            throw Refusal.notValid("--profile '" + profile + "' is none: write plan, ideal or calibrated.");
        }
        List<Precision> formats = new ArrayList<>();
        for (String text : precisions.split(",")) {
            formats.add(Written.precision(text.strip(), Precision.BF16));
        }
        List<Requirement> kept = new ArrayList<>();
        for (String limit : limits) {
            kept.add(WrittenLimit.read(limit));
        }
        Workload workload = Workload.DEFAULT.withInputTokens(Written.number("--input", input, MOST_TOKENS))
                .withOutputTokens(Written.number("--output", output, MOST_TOKENS));
        Batches tried = Batches.read(batches);
        return new Sweep(workload, new Assumptions(known.get(), null, Map.of()), kept, formats, tried.sizes(),
                tried.largestUpTo(), isEveryLayout);
    }

    /** The numbers of GPUs, rising. */
    List<Integer> counts() throws Refusal {
        return gpus.contains(",") ? Written.numbers("--gpus", gpus, MOST_GPUS).stream().distinct().sorted().toList()
                : IntStream.rangeClosed(1, Written.number("--gpus", gpus, MOST_GPUS)).boxed().toList();
    }

    List<ModelSpec> models(Catalog catalog) throws Refusal {
        return named("--models", models, catalog.models(), catalog::model, catalog::nearestModels);
    }

    List<GpuSpec> accelerators(Catalog catalog) throws Refusal {
        return named("--accelerators", accelerators, catalog.gpus(), catalog::gpu, catalog::nearestGpus);
    }

    private static <T> List<T> named(String option, String list, List<T> all, Function<String, Optional<T>> known,
            Function<String, List<String>> nearest) throws Refusal {
        if (list == null) {
            return all;
        }
        List<T> found = new ArrayList<>();
        for (String id : list.split(",")) {
            List<String> near = nearest.apply(id);
            T one = known.apply(id.strip()).orElseThrow(() -> Refusal.notValid(option + " '" + id.strip()
                    + "' is not in the catalogue" + (near.isEmpty() ? "." : ": did you mean " + String.join(" or ",
                            near) + "?")));
            if (found.contains(one)) {
                throw Refusal.notValid(option + " names '" + id.strip() + "' twice.");
            }
            found.add(one);
        }
        return found;
    }

    /** What was asked, in full, so that two files can tell whether they belong together. */
    JsonObject question(Catalog catalog, String program) throws Refusal {
        List<String> modelIds = models(catalog).stream().map(ModelSpec::id).toList();
        List<String> gpuIds = accelerators(catalog).stream().map(GpuSpec::id).toList();
        String digest = CatalogDigest.of(catalog, modelIds, gpuIds, catalog.profile(profile).orElseThrow());
        return JsonObject.builder().put("program", program).put("catalog", digest)
                .put("gpus", String.join(",", counts().stream().map(String::valueOf).toList()))
                .put("inputTokens", input).put("outputTokens", output).put("batch", batches)
                .put("precision", precisions).put("profile", profile).put("limits", texts(limits))
                .put("all", isEveryLayout).put(SweepHeader.MODELS, texts(modelIds))
                .put(SweepHeader.ACCELERATORS, texts(gpuIds)).build();
    }

    private static JsonArray texts(List<String> all) {
        return JsonArray.of(all.stream().map(text -> new JsonText(text, Location.NONE)).toList());
    }
}
