package io.headroom.cli.picture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The size of a picture, written 1440x900.
 *
 * @param width pixels
 * @param height pixels
 */
public record PictureSize(int width, int height) {

    private static final int SMALLEST = 200;
    // the largest texture that every graphics card draws
    private static final int LARGEST = 8192;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5})[xX×](\\d{1,5})");

    /** Reads the size of an argument. */
    public static final class Converter implements ITypeConverter<PictureSize> {

        @Override
        public PictureSize convert(String text) {
            Matcher size = WRITTEN.matcher(text);
            if (size.matches()) {
                int width = Integer.parseInt(size.group(1));
                int height = Integer.parseInt(size.group(2));
                if (Math.min(width, height) >= SMALLEST && Math.max(width, height) <= LARGEST) {
                    return new PictureSize(width, height);
                }
            }
            throw new TypeConversionException("'" + text + "' is no size: write WIDTHxHEIGHT, each " + SMALLEST + " to "
                    + LARGEST + ", such as 1440x900");
        }
    }
}
