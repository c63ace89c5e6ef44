package io.headroom.catalog.read;

import io.headroom.catalog.Provenance;
import io.headroom.json.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads where the numbers of an entry come from. */
final class ProvenanceReader {

    private static final Map<String, String> CONFIDENCE = Map.of("high", "high", "medium", "medium", "low", "low",
            "unknown", "unknown");

    private ProvenanceReader() {
    }

    /** The members source, sources, confidence, conflicts and note of {@code f}. */
    static Provenance read(Fields f) {
        Map<String, String> sources = new LinkedHashMap<>();
        Fields inner = f.object("sources");
        if (inner != null) {
            inner.keys().forEach(key -> sources.put(key, inner.text(key, Fields.MAX_NOTE, "")));
        }
        return new Provenance(f.text("source", Fields.MAX_NOTE, Provenance.USER.source()), sources,
                f.choice("confidence", CONFIDENCE, Provenance.USER.confidence()),
                f.texts("conflicts", Fields.MAX_NOTE), f.text("note", Fields.MAX_NOTE, ""));
    }
}
