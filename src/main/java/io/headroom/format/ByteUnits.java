package io.headroom.format;

/** In which family of units bytes are shown: GB of data sheets (10⁹) or GiB of memory tools (2³⁰). */
public enum ByteUnits {
    GB(1000, "B", "kB", "MB", "GB", "TB"),
    GIB(1024, "B", "KiB", "MiB", "GiB", "TiB");

    private final Scale[] scales;

    ByteUnits(double step, String... symbols) {
        scales = new Scale[symbols.length];
        double size = 1;
        for (int i = 0; i < symbols.length; i++) {
            scales[i] = new Scale(symbols[i], size, size * 0.9995);
            size *= step;
        }
    }

    Scale[] scales() {
        return scales;
    }
}
