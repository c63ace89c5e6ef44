package io.headroom.catalog;

import io.headroom.json.Fields;
import io.headroom.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models, accelerators and profiles that the program knows, by id and in the order of their indexes. */
public final class Catalog {

    /** Of nothing: where files are read and written that name nothing in a catalogue. */
    public static final Catalog EMPTY = new Catalog(List.of(), List.of(), List.of(), Map.of(), Map.of());

    private final Map<String, ModelSpec> models = new LinkedHashMap<>();
    private final Map<String, GpuSpec> gpus = new LinkedHashMap<>();
    private final Map<String, Profile> profiles = new LinkedHashMap<>();
    private final Map<String, JsonObject> modelFiles;
    private final Map<String, JsonObject> gpuFiles;

    /**
     * @param models every model
     * @param gpus every accelerator
     * @param profiles every profile
     * @param modelFiles the models as their files have them, by id
     * @param gpuFiles the accelerators as their files have them, by id
     */
    public Catalog(List<ModelSpec> models, List<GpuSpec> gpus, List<Profile> profiles,
            Map<String, JsonObject> modelFiles, Map<String, JsonObject> gpuFiles) {
        models.forEach(m -> this.models.put(m.id(), m));
        gpus.forEach(g -> this.gpus.put(g.id(), g));
        profiles.forEach(p -> this.profiles.put(p.id(), p));
        this.modelFiles = Collections.unmodifiableMap(new LinkedHashMap<>(modelFiles));
        this.gpuFiles = Collections.unmodifiableMap(new LinkedHashMap<>(gpuFiles));
    }

    /** The model of this id. */
    public Optional<ModelSpec> model(String id) {
        return Optional.ofNullable(models.get(id));
    }

    /** The accelerator of this id. */
    public Optional<GpuSpec> gpu(String id) {
        return Optional.ofNullable(gpus.get(id));
    }

    /** The profile of this id. */
    public Optional<Profile> profile(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    /** Every model. */
    public List<ModelSpec> models() {
        return List.copyOf(models.values());
    }

    /** Every accelerator, also those with missing figures. */
    public List<GpuSpec> gpus() {
        return List.copyOf(gpus.values());
    }

    /** Every profile. */
    public List<Profile> profiles() {
        return List.copyOf(profiles.values());
    }

    /** The model as its file has it: what an inline object may be based on. */
    public Optional<JsonObject> modelJson(String id) {
        return Optional.ofNullable(modelFiles.get(id));
    }

    /** The accelerator as its file has it: what an inline object may be based on. */
    public Optional<JsonObject> gpuJson(String id) {
        return Optional.ofNullable(gpuFiles.get(id));
    }

    /** Up to three model ids that {@code text} may have meant, nearest first. */
    public List<String> nearestModels(String text) {
        return nearest(text, models.keySet());
    }

    /** Up to three accelerator ids that {@code text} may have meant, nearest first. */
    public List<String> nearestGpus(String text) {
        return nearest(text, gpus.keySet());
    }

    /** Up to three profile ids that {@code text} may have meant, nearest first. */
    public List<String> nearestProfiles(String text) {
        return nearest(text, profiles.keySet());
    }

    // people write names as they see them: "Llama 3.1 8B", "H100_SXM"
    private static List<String> nearest(String text, Collection<String> ids) {
        return new ArrayList<>(Fields.nearest(text.strip().replaceAll("[\\s_]+", "-"), ids));
    }
}
