package io.headroom.report.read.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Bytes to characters: by byte order mark, as UTF-8, as UTF-16 without a mark, and byte by byte what is neither. */
final class Octets {

    private static final int LOOKED_AT = 4096;
    // without what is common in one set and a sign of quantity in the other: ² is ≤ of Mac Roman
    private static final String TYPOGRAPHY = "≤≥×→–—’“”•…±µ°é≈≠";

    private Octets() {
    }

    static String decoded(byte[] bytes, List<Repair> repairs) throws NotReadable {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8(Arrays.copyOfRange(bytes, 3, bytes.length), repairs);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return utf16(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16, little endian", repairs);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return utf16(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16, big endian", repairs);
        }
        int even = zeros(bytes, 0);
        int odd = zeros(bytes, 1);
        int half = Math.min(bytes.length, LOOKED_AT) / 2;
        if (odd > half / 3 && even < half / 20 + 1) {
            return utf16(bytes, 0, StandardCharsets.UTF_16LE, "UTF-16, little endian, no mark", repairs);
        }
        if (even > half / 3 && odd < half / 20 + 1) {
            return utf16(bytes, 0, StandardCharsets.UTF_16BE, "UTF-16, big endian, no mark", repairs);
        }
        return utf8(bytes, repairs);
    }

    private static String utf16(byte[] bytes, int from, Charset charset, String cause, List<Repair> repairs)
            throws NotReadable {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, (bytes.length - from) / 2 * 2))
                    .toString();
            repairs.add(new Repair(1, "16-bit characters", "text", cause));
            return text;
        } catch (CharacterCodingException e) {
            throw new NotReadable("The file looks like " + cause + ", but holds what is no text in it.");
        }
    }

    private static String utf8(byte[] bytes, List<Repair> repairs) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return mixed(bytes, repairs);
        }
    }

    // valid UTF-8 stays; every other byte is a character of the set whose characters texts would use
    private static String mixed(byte[] bytes, List<Repair> repairs) {
        SingleByte set = likelySet(bytes);
        StringBuilder out = new StringBuilder(bytes.length);
        int line = 1;
        int at = 0;
        while (at < bytes.length) {
            int octet = bytes[at] & 0xFF;
            line += octet == '\n' ? 1 : 0;
            int length = octet < 0x80 ? 1 : length(bytes, at);
            if (length > 0) {
                out.append(new String(bytes, at, length, StandardCharsets.UTF_8));
                at += length;
            } else {
                String became = String.valueOf(set.character(octet));
                repairs.add(new Repair(line, "byte " + Integer.toHexString(octet).toUpperCase(java.util.Locale.ROOT),
                        became, "not UTF-8, read as " + set.title()));
                out.append(became);
                at++;
            }
        }
        return out.toString();
    }

    private static int length(byte[] bytes, int at) {
        for (int length = 2; length <= 4 && at + length <= bytes.length; length++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length));
                return length;
            } catch (CharacterCodingException e) {
                // not a character of this length
            }
        }
        return 0;
    }

    private static SingleByte likelySet(byte[] bytes) {
        SingleByte best = SingleByte.WINDOWS_1252;
        int most = -1;
        for (SingleByte set : SingleByte.values()) {
            int score = 0;
            for (byte b : bytes) {
                score += b < 0 && TYPOGRAPHY.indexOf(set.character(b & 0xFF)) >= 0 ? 1 : 0;
            }
            if (score > most) {
                most = score;
                best = set;
            }
        }
        return best;
    }

    private static int zeros(byte[] bytes, int from) {
        int count = 0;
        for (int i = from; i < Math.min(bytes.length, LOOKED_AT); i += 2) {
            count += bytes[i] == 0 ? 1 : 0;
        }
        return count;
    }

    static boolean startsWith(byte[] bytes, int... octets) {
        for (int i = 0; i < octets.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
