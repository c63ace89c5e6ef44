package io.headroom.format;

/** Which units each dimension is shown in, and from which magnitude on. Units of ascending size. */
final class Scales {

    /** Just under one, so that 0.9996 of a unit, which would print as 1.00, already counts as one. */
    private static final double ONE = 0.9995;

    /** Numbers that readers know by four digits (2 768 tok/s, 1 979 TFLOP/s) move to the next unit only here. */
    private static final double TEN_THOUSAND = 9999.5;

    private static final Scale[] SECONDS = {
        new Scale("µs", 1e-6, 0), new Scale("ms", 1e-3, ONE * 1e-3), new Scale("s", 1, ONE),
        new Scale("min", 60, 120)};
    private static final Scale[] TOKENS = {
        new Scale("tokens", 1, 0), new Scale("Mtokens", 1e6, 9_999_999.5)};
    private static final Scale[] PARAMETERS = {
        new Scale("", 1, 0), new Scale("M", 1e6, ONE * 1e6), new Scale("B", 1e9, ONE * 1e9),
        new Scale("T", 1e12, ONE * 1e12)};
    private static final Scale[] FLOP = {
        new Scale("FLOP", 1, 0), new Scale("MFLOP", 1e6, ONE * 1e6), new Scale("GFLOP", 1e9, ONE * 1e9),
        new Scale("TFLOP", 1e12, ONE * 1e12), new Scale("PFLOP", 1e15, ONE * 1e15),
        new Scale("EFLOP", 1e18, ONE * 1e18)};
    private static final Scale[] FLOP_PER_SECOND = {
        new Scale("FLOP/s", 1, 0), new Scale("GFLOP/s", 1e9, ONE * 1e9), new Scale("TFLOP/s", 1e12, ONE * 1e12),
        new Scale("PFLOP/s", 1e15, TEN_THOUSAND * 1e12), new Scale("EFLOP/s", 1e18, TEN_THOUSAND * 1e15)};
    private static final Scale[] BYTES_PER_SECOND = {
        new Scale("B/s", 1, 0), new Scale("kB/s", 1e3, ONE * 1e3), new Scale("MB/s", 1e6, ONE * 1e6),
        new Scale("GB/s", 1e9, ONE * 1e9), new Scale("TB/s", 1e12, ONE * 1e12)};
    private static final Scale[] TOKENS_PER_SECOND = {
        new Scale("tok/s", 1, 0), new Scale("ktok/s", 1e3, TEN_THOUSAND), new Scale("Mtok/s", 1e6, TEN_THOUSAND * 1e3)};
    private static final Scale[] REQUESTS_PER_SECOND = {
        new Scale("req/min", 1.0 / 60, 0), new Scale("req/s", 1, 0.09995), new Scale("kreq/s", 1e3, TEN_THOUSAND)};
    private static final Scale[] WATTS = {
        new Scale("W", 1, 0), new Scale("kW", 1e3, ONE * 1e3), new Scale("MW", 1e6, ONE * 1e6)};
    private static final Scale[] JOULES_PER_TOKEN = {
        new Scale("mJ/token", 1e-3, 0), new Scale("J/token", 1, ONE), new Scale("kJ/token", 1e3, ONE * 1e3)};
    private static final Scale[] DOLLARS = {
        new Scale("", 1, 0), new Scale("M", 1e6, 9_999_999.5), new Scale("B", 1e9, ONE * 1e9)};
    private static final Scale[] DOLLARS_PER_HOUR = {
        new Scale("/h", 1, 0), new Scale("M/h", 1e6, 9_999_999.5)};
    private static final Scale[] COUNT = {new Scale("", 1, 0)};
    private static final Scale[] FRACTION = {new Scale("%", 0.01, 0)};

    private Scales() {
    }

    static Scale[] of(Dimension dimension, ByteUnits bytes) {
        return switch (dimension) {
            case COUNT -> COUNT;
            case FRACTION -> FRACTION;
            case BYTES -> bytes.scales();
            case SECONDS -> SECONDS;
            case TOKENS -> TOKENS;
            case PARAMETERS -> PARAMETERS;
            case FLOP -> FLOP;
            case FLOP_PER_SECOND -> FLOP_PER_SECOND;
            case BYTES_PER_SECOND -> BYTES_PER_SECOND;
            case TOKENS_PER_SECOND -> TOKENS_PER_SECOND;
            case REQUESTS_PER_SECOND -> REQUESTS_PER_SECOND;
            case DOLLARS -> DOLLARS;
            case DOLLARS_PER_HOUR -> DOLLARS_PER_HOUR;
            case WATTS -> WATTS;
            case JOULES_PER_TOKEN -> JOULES_PER_TOKEN;
        };
    }

    /** A magnitude whose unit is the one in which people expect a zero: 0 GB, 0 ms. */
    static double whenZero(Dimension dimension, ByteUnits bytes) {
        return switch (dimension) {
            case BYTES -> bytes == ByteUnits.GB ? 1e9 : 0x1p30;
            case SECONDS -> 1e-3;
            case FLOP, FLOP_PER_SECOND -> 1e12;
            case BYTES_PER_SECOND -> 1e9;
            case REQUESTS_PER_SECOND, JOULES_PER_TOKEN -> 1;
            case COUNT, FRACTION, TOKENS, PARAMETERS, TOKENS_PER_SECOND, DOLLARS, DOLLARS_PER_HOUR, WATTS -> 0;
        };
    }
}
