package io.headroom.format;

/**
 * The one place that turns numbers into text, the same in every locale.
 *
 * <p>Values come in SI units and leave in the unit that suits their size: 38.7 GB, 412 ms, 2 768 tok/s, 235 B, $2.70.
 * Three significant digits unless told otherwise, the whole part never rounded; a unit behind every number; a thin
 * space between thousands; {@code –} for what is not a number. Bandwidths are always decimal (GB/s), as links and
 * data sheets are.
 */
public final class Formatter {

    /** Printed where there is no number. */
    public static final String NONE = "–";

    private static final int DEFAULT_DIGITS = 3;
    private static final int RANGE_DIGITS = 2;
    private static final double LEAST_BESIDE = 0.1;

    /**
     * For text that is made before anybody reads it. It refuses sizes in bytes, whose units are the reader's:
     * {@link Sentence} keeps those as quantities.
     */
    public static final Formatter WITHOUT_BYTES = new Formatter(null, DEFAULT_DIGITS);

    private final ByteUnits bytes;
    private final int digits;

    /** A formatter that shows bytes in {@code bytes} units and three significant digits. */
    public Formatter(ByteUnits bytes) {
        this(bytes, DEFAULT_DIGITS);
    }

    private Formatter(ByteUnits bytes, int digits) {
        this.bytes = bytes;
        this.digits = digits;
    }

    /** The same, with so many significant digits. */
    public Formatter withDigits(int significant) {
        if (significant < 1 || significant > 15) {
            throw new IllegalArgumentException("1 to 15 significant digits, not " + significant);
        }
        return new Formatter(bytes, significant);
    }

    /** The units in which bytes are shown. */
    public ByteUnits byteUnits() {
        return bytes;
    }

    /** {@code value} with its unit: "38.7 GB", "$2.70/h". */
    public String text(double value, Dimension dimension) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        Scale scale = scale(value, dimension);
        return joined(number(value, scale, dimension), scale.unit());
    }

    /** The number of {@link #text} without its unit: "38.7", "$2.70". */
    public String value(double value, Dimension dimension) {
        return Double.isFinite(value) ? number(value, scale(value, dimension), dimension) : NONE;
    }

    /** The unit of {@link #text} without its number; empty where there is none. */
    public String unit(double value, Dimension dimension) {
        return Double.isFinite(value) ? scale(value, dimension).unit() : "";
    }

    /** A difference, always signed: "+3.10 GiB", "−88.0 ms", "±0 GB"; of fractions in points ("+4.00 points"). */
    public String delta(double difference, Dimension dimension) {
        if (!Double.isFinite(difference)) {
            return NONE;
        }
        String size = text(Math.abs(difference), dimension);
        if (dimension == Dimension.FRACTION) {
            size = size.replace("%", "points");
        }
        return (difference > 0 ? "+" : difference < 0 ? String.valueOf(Digits.MINUS) : "±") + size;
    }

    /** How many times: "8.33×". */
    public String factor(double factor) {
        return Double.isFinite(factor) ? Digits.significant(factor, digits) + "×" : NONE;
    }

    /** A share for labels, two digits at most: "46 %", "9.6 %", "0.4 %". */
    public String share(double fraction) {
        if (!Double.isFinite(fraction)) {
            return NONE;
        }
        double percent = fraction * 100;
        boolean twoDigits = Math.abs(percent) >= 9.95 || percent == 0;
        return Digits.fixed(percent, twoDigits ? 0 : 1) + " %";
    }

    /** The unit for a whole axis, table column or list, chosen for its largest value. */
    public Scale scale(double value, Dimension dimension) {
        if (bytes == null && dimension == Dimension.BYTES) {
            throw new IllegalStateException("whoever reads a size decides its units");
        }
        double magnitude = Math.abs(value) == 0 ? Scales.whenZero(dimension, bytes) : Math.abs(value);
        return Scale.of(Scales.of(dimension, bytes), magnitude);
    }

    /**
     * The unit in which {@code value} is told beside {@code others}, so that a line has one unit: that of the largest, unless
     * the value is less than a tenth of one, which is easier to read in its own.
     */
    public Scale scaleBeside(double value, Dimension dimension, double... others) {
        double largest = Math.abs(value);
        for (double other : others) {
            largest = Double.isFinite(other) ? Math.max(largest, Math.abs(other)) : largest;
        }
        Scale common = scale(largest, dimension);
        // nobody reads fractions of a minute
        if (dimension == Dimension.SECONDS && common.size() > 1) {
            return scale(value, dimension);
        }
        return value != 0 && Math.abs(value) < common.size() * LEAST_BESIDE ? scale(value, dimension) : common;
    }

    /** {@code value} in a given unit, without trailing zeros: for the ticks of an axis ("0", "20", "0.5"). */
    public String tick(double value, Scale scale) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        String number = Digits.significant(value / scale.size(), digits);
        if (number.indexOf('.') < 0 || number.indexOf('×') >= 0) {
            return number;
        }
        int end = number.length();
        while (number.charAt(end - 1) == '0') {
            end--;
        }
        return number.substring(0, number.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** {@code value} in a given unit with the unit behind it. */
    public String text(double value, Dimension dimension, Scale scale) {
        return Double.isFinite(value) ? joined(number(value, scale, dimension), scale.unit()) : NONE;
    }

    /** A band: "14–22 ms", "$2.10–$3.40". Two significant digits, as no band is surer, and one unit for both ends. */
    public String range(double low, double high, Dimension dimension) {
        return range(low, high, dimension, scale(high, dimension));
    }

    /** A band in a given unit. */
    public String range(double low, double high, Dimension dimension, Scale scale) {
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return NONE;
        }
        Formatter rough = withDigits(RANGE_DIGITS);
        return joined(rough.number(low, scale, dimension) + NONE + rough.number(high, scale, dimension), scale.unit());
    }

    private String number(double value, Scale scale, Dimension dimension) {
        double shown = value / scale.size();
        return switch (dimension) {
            case COUNT, TOKENS, PARAMETERS -> counted(shown, scale);
            case DOLLARS, DOLLARS_PER_HOUR -> dollars(shown, scale.size() > 1);
            case BYTES -> scale.unit().equals("B") ? counted(shown, scale) : Digits.significant(shown, digits);
            case FRACTION -> percent(shown);
            case SECONDS, FLOP, FLOP_PER_SECOND, BYTES_PER_SECOND, TOKENS_PER_SECOND, REQUESTS_PER_SECOND, WATTS,
                 JOULES_PER_TOKEN -> Digits.significant(shown, digits);
        };
    }

    /** Whole things are printed whole: "8", not "8.00"; but "7.00 B" parameters. */
    private String counted(double shown, Scale scale) {
        boolean whole = scale.size() == 1 && shown == Math.rint(shown);
        return whole ? Digits.whole(shown) : Digits.significant(shown, digits);
    }

    /** People choose whole percentages; "60 %" says that it was chosen, "60.0 %" that it was computed. */
    private String percent(double shown) {
        double nearest = Math.rint(shown);
        boolean whole = Math.abs(shown - nearest) < 1e-9 * Math.max(1, Math.abs(shown));
        return whole ? Digits.whole(nearest) : Digits.significant(shown, digits);
    }

    private String dollars(double shown, boolean scaled) {
        double size = Math.abs(shown);
        String amount;
        if (size == 0) {
            amount = "0";
        } else if (scaled || size < 0.0995) {
            amount = Digits.significant(size, digits);
        } else {
            amount = Digits.fixed(size, size >= 999.995 ? 0 : 2);
        }
        return (shown < 0 ? String.valueOf(Digits.MINUS) : "") + "$" + amount;
    }

    private static String joined(String number, String unit) {
        boolean attached = unit.isEmpty() || unit.startsWith("/");
        return attached ? number + unit : number + " " + unit;
    }
}
