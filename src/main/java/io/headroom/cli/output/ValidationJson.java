package io.headroom.cli.output;

import io.headroom.catalog.band.Band;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonValue;
import io.headroom.json.Location;
import io.headroom.validate.ValidatedRow;
import io.headroom.validate.ValidationResult;
import io.headroom.validate.read.Reading.Skipped;
import java.util.List;
import java.util.Optional;

/**
 * Estimates beside measurements as JSON, in the units of the file. {@code rows} and {@code skipped} are the rows of the
 * file; {@code pairs} is the E2E latency of configurations of which it has both TTFT and TPOT. A row that is in no error
 * table says in {@code doubt} by which rule. {@code band} is null where none was earned.
 */
public final class ValidationJson {

    private ValidationJson() {
    }

    /** Every row of {@code result}. */
    public static JsonObject of(ValidationResult result) {
        return JsonObject.builder().put("rows", rows(result.rows())).put("pairs", rows(result.endToEnd()))
                .put("skipped", JsonArray.of(result.skipped().stream().map(ValidationJson::skipped).toList())).build();
    }

    private static JsonArray rows(List<ValidatedRow> rows) {
        return JsonArray.of(rows.stream().map(ValidationJson::row).toList());
    }

    private static JsonObject row(ValidatedRow row) {
        Optional<Band> band = row.band();
        JsonObject.Builder out = JsonObject.builder().put("id", row.id())
                .put("metric", row.isDerived() ? "e2e" : row.measurement().metric())
                .put("measured", row.measured()).put("estimated", row.estimated())
                .put("band", band.map(b -> ends(b, row.estimated())).orElse(new JsonValue.JsonNull(Location.NONE)));
        if (band.isPresent()) {
            out.put("extrapolated", band.get().extrapolated());
        }
        return row.doubt().isEmpty() ? out.build() : out.put("doubt", row.doubt()).build();
    }

    private static JsonValue ends(Band band, double value) {
        return JsonArray.of(List.of(JsonNumber.of(band.low(value)), JsonNumber.of(band.high(value))));
    }

    private static JsonObject skipped(Skipped skipped) {
        JsonObject.Builder out = JsonObject.builder().put("id", skipped.measurement().id())
                .put("reason", skipped.reason());
        return skipped.detail().isEmpty() ? out.build() : out.put("detail", skipped.detail()).build();
    }
}
