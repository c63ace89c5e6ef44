package io.headroom.catalog.read;

import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.engine.EngineSpec;
import io.headroom.catalog.engine.EngineSpec.Limits;
import io.headroom.catalog.engine.ExpertPadding;
import io.headroom.json.Fields;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads an engine from the keys of its catalogue file. */
final class EngineReader {

    private static final int MOST = 10_000_000;
    private static final double MAX_BYTES = 1e16;

    private static final Map<String, NumberFormat> FORMATS = Arrays.stream(NumberFormat.values())
            .collect(Collectors.toMap(NumberFormat::key, Function.identity()));

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
                f.objects("paddedExperts").stream().map(EngineReader::padding).toList(), f.text("source", Fields.MAX_NOTE, ""));
    }

    private static ExpertPadding padding(Fields f) {
        NumberFormat format = f.requiredChoice("format", FORMATS);
        return new ExpertPadding(f.texts("architectures", Fields.MAX_NAME), f.number("fromHbmBytes", 0, MAX_BYTES, 0),
                format == null ? "" : format.key(), f.requiredWhole("hiddenMultiple", 1, MOST),
                f.requiredWhole("widthMultiple", 1, MOST), f.text("source", Fields.MAX_NOTE, ""));
    }

    private static Limits limits(Fields f) {
        return new Limits(f.requiredWhole("sequences", 1, MOST), f.requiredWhole("batchedTokens", 1, MOST));
    }
}
