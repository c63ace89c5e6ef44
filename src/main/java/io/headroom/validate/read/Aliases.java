package io.headroom.validate.read;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the catalogue's models, accelerators and engines behind the many names that sources give them.
 *
 * <p>Models: organisation, fine-tuning and number-format suffixes are dropped, then letters and digits are compared with
 * catalogue ids, names and aliases. Accelerators and engines: the first pattern all of whose words are in the name.
 */
public final class Aliases {

    private static final Pattern SUFFIX = Pattern.compile("-(?:instruct|chat|hf|it|base|thinking|class|text|model"
            + "|fp8|fp8-block|fp8-dynamic|fp8-kv|kv|nvfp4|fp4|mxfp4|bf16|fp16|bfloat16|awq|gptq|int4|int8|4bit|8bit|w4a16"
            + "|w8a8|w4afp8|quantized|dynamic|v\\d+(?:\\.\\d+)?|\\d{4})$");
    private static final Pattern PREFIX = Pattern.compile("^(?:meta|nvidia|amd|redhatai|unsloth|neuralmagic)-");

    /**
     * An accelerator or engine and the words by which a name is known to mean it.
     *
     * @param words all of them, in lower case
     * @param id what is meant
     */
    public record Known(Set<String> words, String id) {
    }

    private final Catalog catalog;
    private final Map<String, String> models = new HashMap<>();
    private final List<Known> gpus;
    private final List<Known> engines;
    /** What was looked up before: thousands of rows have a few dozen names. */
    private final Map<String, Optional<ModelSpec>> foundModels = new ConcurrentHashMap<>();
    private final Map<String, Optional<GpuSpec>> foundGpus = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> foundEngines = new ConcurrentHashMap<>();

    /**
     * @param catalog what exists
     * @param models catalogue id of other names
     * @param gpus accelerators, more specific ones first
     * @param engines engines, more specific ones first
     */
    public Aliases(Catalog catalog, Map<String, String> models, List<Known> gpus, List<Known> engines) {
        this.catalog = catalog;
        this.gpus = List.copyOf(gpus);
        this.engines = List.copyOf(engines);
        for (ModelSpec model : catalog.models()) {
            this.models.putIfAbsent(bare(model.name()), model.id());
            this.models.putIfAbsent(squeezed(model.name()), model.id());
            this.models.put(squeezed(model.id()), model.id());
        }
        models.forEach((name, id) -> this.models.put(squeezed(name), id));
    }

    /** The catalogue the names are looked up in. */
    public Catalog catalog() {
        return catalog;
    }

    /** The model that {@code name} means. */
    public Optional<ModelSpec> model(String name) {
        return foundModels.computeIfAbsent(name, this::lookUpModel);
    }

    private Optional<ModelSpec> lookUpModel(String name) {
        String id = models.get(squeezed(name));
        return catalog.model(id == null ? models.getOrDefault(bare(name), "") : id);
    }

    /** The accelerator that {@code name} means; empty where it leaves a choice or is not known. */
    public Optional<GpuSpec> gpu(String name) {
        return foundGpus.computeIfAbsent(name, this::lookUpGpu);
    }

    private Optional<GpuSpec> lookUpGpu(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        if (text.contains("not stated") || text.contains("unknown") || text.contains("class")
                || text.replace("b/s", "").contains("/")) {
            return Optional.empty();
        }
        return find(gpus, text).flatMap(catalog::gpu);
    }

    /** The engine's name in profiles, or null. */
    public String engine(String name) {
        return foundEngines.computeIfAbsent(name, n -> find(engines, n.toLowerCase(Locale.ROOT))).orElse(null);
    }

    private static Optional<String> find(List<Known> known, String name) {
        Set<String> words = new TreeSet<>(Arrays.asList(name.split("[^a-z0-9.]+")));
        return known.stream().filter(k -> words.containsAll(k.words)).map(Known::id).findFirst();
    }

    /** The name without organisation and suffixes, letters and digits only. */
    private static String bare(String name) {
        String text = name.toLowerCase(Locale.ROOT).replaceAll("\\(.*?\\)", " ").strip();
        text = text.substring(text.lastIndexOf('/') + 1).replaceAll("[\\s_]+", "-");
        String before;
        do {
            before = text;
            text = SUFFIX.matcher(PREFIX.matcher(text).replaceFirst("")).replaceFirst("");
        } while (!text.equals(before));
        return squeezed(text);
    }

    private static String squeezed(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        return text.substring(text.lastIndexOf('/') + 1).replaceAll("[^a-z0-9]+", "");
    }
}
