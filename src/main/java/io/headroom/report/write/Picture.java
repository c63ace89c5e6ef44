package io.headroom.report.write;

/**
 * A chart as an image.
 *
 * @param id its name in file names: "memory"
 * @param sentence its message, for those who do not see it
 * @param png the image
 */
public record Picture(String id, String sentence, byte[] png) {
}
