package io.headroom.report.read.text;

/** The one-byte character sets in which texts go wrong. Each byte from 0x80 has one character. */
enum SingleByte {
    /** Of Windows; bytes that it leaves free are the control characters of Latin-1, so this reads Latin-1 too. */
    WINDOWS_1252("Windows-1252",
            "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"
            + "\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"),
    /** Of old Macintoshes, with the euro. Source: Apple, ROMAN.TXT of the Unicode consortium. */
    MAC_ROMAN("Mac Roman",
            "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ"
            + "\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ");

    private static final int FIRST = 0x80;

    private final String title;
    private final String characters;

    SingleByte(String title, String characters) {
        this.title = title;
        this.characters = characters;
    }

    String title() {
        return title;
    }

    /** The character of {@code octet}, 0x80 to 0xFF. */
    char character(int octet) {
        return characters.charAt(octet - FIRST);
    }

    /** The byte of {@code c}, or -1 where it has none above ASCII. */
    int octet(char c) {
        int at = characters.indexOf(c);
        if (at >= 0) {
            return at + FIRST;
        }
        // Latin-1 controls that Windows has given other characters to
        return this == WINDOWS_1252 && c >= FIRST && c < 0xA0 ? c : -1;
    }
}
