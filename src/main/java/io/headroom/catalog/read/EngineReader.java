package io.headroom.catalog.read;

import io.headroom.catalog.Knob;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.engine.EarlierMemory;
import io.headroom.catalog.engine.EngineSpec;
import io.headroom.catalog.engine.EngineSpec.Limits;
import io.headroom.catalog.engine.EngineVersion;
import io.headroom.catalog.engine.ExpertPadding;
import io.headroom.json.Fields;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
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

    /**
     * The engine of {@code f}; what is wrong goes to the collector of {@code f}.
     *
     * @param known engines read before: one that is {@code like} another differs from it in name only
     */
    static EngineSpec read(Fields f, String defaultId, Map<String, EngineSpec> known) {
        String id = f.text("id", defaultId);
        String like = f.text("like", "");
        if (known.containsKey(like)) {
            return known.get(like).named(id, f.text("name", id), f.text("source", Fields.MAX_NOTE, ""));
        }
        if (!like.isEmpty()) {
            f.refuse("like", like, "an engine of a file before this one: " + String.join(", ", known.keySet()));
        }
        Limits limits = limits(f);
        Fields large = f.object("largeAccelerators");
        return new EngineSpec(id, f.text("name", id), limits, large == null ? limits : limits(large),
                large == null ? Double.POSITIVE_INFINITY : large.requiredNumber("hbmBytes", 1, MAX_BYTES),
                large == null ? Set.of() : Set.copyOf(large.texts("notArchitectures", Fields.MAX_NAME)),
                f.objects("paddedExperts").stream().map(EngineReader::padding).toList(),
                f.objects("earlierMemory").stream().map(EngineReader::earlier).filter(Objects::nonNull).toList(),
                f.text("source", Fields.MAX_NOTE, ""));
    }

    private static ExpertPadding padding(Fields f) {
        NumberFormat format = f.requiredChoice("format", FORMATS);
        return new ExpertPadding(f.texts("architectures", Fields.MAX_NAME), f.number("fromHbmBytes", 0, MAX_BYTES, 0),
                format == null ? "" : format.key(), f.requiredWhole("hiddenMultiple", 1, MOST),
                f.requiredWhole("widthMultiple", 1, MOST), f.text("source", Fields.MAX_NOTE, ""));
    }

    /** Null where the version does not say two numbers; the collector knows. */
    private static EarlierMemory earlier(Fields f) {
        String before = f.text("before", "");
        EngineVersion version = EngineVersion.of(before);
        if (version == null) {
            f.refuse("before", before, "a version as 0.17");
            return null;
        }
        return new EarlierMemory(version, f.requiredText("beforeDate"), number(f, Knob.RESERVE),
                number(f, Knob.RESERVE_IN_GROUP), number(f, Knob.SAMPLER_BYTES), f.text("source", Fields.MAX_NOTE, ""));
    }

    private static double number(Fields f, Knob knob) {
        return f.requiredNumber(knob.key(), knob.min(), knob.max());
    }

    private static Limits limits(Fields f) {
        return new Limits(f.requiredWhole("sequences", 1, MOST), f.requiredWhole("batchedTokens", 1, MOST));
    }
}
