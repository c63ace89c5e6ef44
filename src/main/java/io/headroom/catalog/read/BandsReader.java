package io.headroom.catalog.read;

import io.headroom.catalog.band.Band;
import io.headroom.catalog.band.Bands;
import io.headroom.json.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the bands of {@code assets/calibration/bands.json}. */
public final class BandsReader {

    private static final double LARGEST = 1000;
    private static final int MOST = 10_000_000;

    private BandsReader() {
    }

    /** The bands of {@code f}; what is wrong goes to the collector of {@code f}. */
    public static Bands read(Fields f) {
        Map<String, Band> bands = new LinkedHashMap<>();
        Fields inner = f.object("bands");
        if (inner != null) {
            for (String key : inner.keys()) {
                Fields b = inner.object(key);
                if (b != null) {
                    bands.put(key, new Band(b.requiredNumber("low", 0, LARGEST), b.requiredNumber("high", 0, LARGEST),
                            false, b.whole("rows", 1, MOST, 1)));
                }
            }
        }
        return new Bands(bands);
    }
}
