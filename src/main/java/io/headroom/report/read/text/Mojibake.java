package io.headroom.report.read.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Text that was UTF-8 once, then was read in a one-byte character set and saved again: "‚â§" or "â‰¤" for "≤".
 * Characters are turned back where they form a whole UTF-8 sequence of a character that texts use; others stay.
 */
final class Mojibake {

    private static final int MOST_ROUNDS = 3;

    private Mojibake() {
    }

    /** {@code text} put right; what was done is added to {@code repairs}. */
    static String repaired(String text, List<Repair> repairs) {
        String current = text;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Repair> best = List.of();
            String bestText = current;
            for (SingleByte set : SingleByte.values()) {
                List<Repair> done = new ArrayList<>();
                String turned = turned(current, set, done);
                if (done.size() > best.size()) {
                    best = done;
                    bestText = turned;
                }
            }
            if (best.isEmpty()) {
                break;
            }
            repairs.addAll(best);
            current = bestText;
        }
        return current;
    }

    private static String turned(String text, SingleByte set, List<Repair> repairs) {
        StringBuilder out = new StringBuilder(text.length());
        int line = 1;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            line += c == '\n' ? 1 : 0;
            int length = c < 0x80 ? 0 : sequence(text, at, set);
            String became = length == 0 ? null : decoded(text, at, length, set);
            if (became == null) {
                out.append(c);
                at++;
            } else {
                String found = text.substring(at, at + length);
                repairs.add(new Repair(line, found, became, "UTF-8 read as " + set.title()));
                out.append(became);
                at += length;
            }
        }
        return out.toString();
    }

    // how many characters the UTF-8 sequence that begins here has, 0 where none begins
    private static int sequence(String text, int at, SingleByte set) {
        int lead = set.octet(text.charAt(at));
        int length = lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > text.length()) {
            return 0;
        }
        for (int i = at + 1; i < at + length; i++) {
            int octet = set.octet(text.charAt(i));
            if (octet < 0x80 || octet > 0xBF) {
                return 0;
            }
        }
        return length;
    }

    private static String decoded(String text, int at, int length, SingleByte set) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) set.octet(text.charAt(at + i));
        }
        try {
            String became = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            int type = Character.getType(became.codePointAt(0));
            boolean used = type != Character.UNASSIGNED && type != Character.CONTROL && type != Character.PRIVATE_USE
                    && type != Character.SURROGATE;
            return used ? became : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
