package io.headroom.cli.sweep;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Profile;
import io.headroom.planfile.disk.SafeSave;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A short name for the figures that a sweep rests on: shards of other figures must not be put together. */
final class CatalogDigest {

    private static final int LENGTH = 16;

    private CatalogDigest() {
    }

    /** Of these entries and the constants of a profile. */
    static String of(Catalog catalog, List<String> models, List<String> gpus, Profile profile) {
        StringBuilder text = new StringBuilder();
        models.forEach(id -> text.append(catalog.modelJson(id).orElseThrow().toJson()).append('\n'));
        gpus.forEach(id -> text.append(catalog.gpuJson(id).orElseThrow().toJson()).append('\n'));
        text.append(profile.constants()).append(profile.engines()).append(profile.architectures())
                .append(profile.pairs()).append(profile.models()).append(profile.usesReportedMemory())
                .append(profile.engineSpecs());
        return SafeSave.hash(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
    }
}
