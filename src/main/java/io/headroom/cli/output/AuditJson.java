package io.headroom.cli.output;

import io.headroom.check.audit.AuditResult;
import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.Claim;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;

/** An audit as JSON: {@code si}, {@code computed} and {@code bound} in SI units, a number that is not known is left out. */
public final class AuditJson {

    private AuditJson() {
    }

    /** Every claim, or only those that are off, under the key {@code claims}. */
    public static JsonObject of(AuditResult result, boolean isOffOnly) {
        return JsonObject.builder().put("claims", JsonArray.of(result.claims().stream()
                .filter(claim -> !isOffOnly || claim.isOff()).map(AuditJson::claim).toList())).build();
    }

    private static JsonObject claim(AuditedClaim audited) {
        Claim claim = audited.claim();
        JsonObject.Builder out = JsonObject.builder()
                .put("line", claim.line())
                .put("text", claim.text())
                .put("metric", claim.metric())
                .put("value", claim.written().value())
                .put("si", claim.si())
                .put("unit", claim.written().unit())
                .put("arithmetic", audited.arithmetic().word());
        number("computed", audited.computed(), out);
        number("bound", audited.bound(), out);
        out.put("verdict", audited.verdict().word());
        audited.mistake().ifPresent(mistake -> out.put("mistake", mistake));
        return out.build();
    }

    private static void number(String key, double value, JsonObject.Builder out) {
        if (Double.isFinite(value)) {
            out.put(key, value);
        }
    }
}
