package io.headroom.catalog.read;

import io.headroom.catalog.engine.EngineSpec;
import io.headroom.catalog.engine.EngineSpec.Limits;
import io.headroom.json.Fields;
import java.util.Set;

/** Reads an engine from the keys of its catalogue file. */
final class EngineReader {

    private static final int MOST = 10_000_000;
    private static final double MAX_BYTES = 1e16;

    private EngineReader() {
    }

    /** The engine of {@code f}; what is wrong goes to the collector of {@code f}. */
    static EngineSpec read(Fields f, String defaultId) {
        String id = f.text("id", defaultId);
        Limits limits = limits(f);
        Fields large = f.object("largeAccelerators");
        return new EngineSpec(id, f.text("name", id), limits, large == null ? limits : limits(large),
                large == null ? Double.POSITIVE_INFINITY : large.requiredNumber("hbmBytes", 1, MAX_BYTES),
                large == null ? Set.of() : Set.copyOf(large.texts("notArchitectures", Fields.MAX_NAME)),
                f.text("source", Fields.MAX_NOTE, ""));
    }

    private static Limits limits(Fields f) {
        return new Limits(f.requiredWhole("sequences", 1, MOST), f.requiredWhole("batchedTokens", 1, MOST));
    }
}
