package io.headroom.planfile;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.read.GpuReader;
import io.headroom.catalog.read.ModelReader;
import io.headroom.json.Fields;
import io.headroom.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the catalogue has of one kind.
 *
 * @param kind what people call it
 * @param key its key in a plan file
 * @param spec the entry of an id
 * @param json the entry as its file has it
 * @param nearest ids that a wrong one may have meant
 * @param reader makes an entry of an object, with the id for one that says none
 */
record Shelf<T>(String kind, String key, Function<String, Optional<T>> spec,
        Function<String, Optional<JsonObject>> json, Function<String, List<String>> nearest,
        BiFunction<Fields, String, T> reader) {

    static Shelf<ModelSpec> models(Catalog catalog) {
        return new Shelf<>("model", "model", catalog::model, catalog::modelJson, catalog::nearestModels,
                ModelReader::read);
    }

    static Shelf<GpuSpec> gpus(Catalog catalog) {
        return new Shelf<>("accelerator", "gpu", catalog::gpu, catalog::gpuJson, catalog::nearestGpus,
                GpuReader::read);
    }
}
