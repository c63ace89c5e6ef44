package io.headroom.check.audit;

/** Whether the text's own figures give a claim. */
public enum Arithmetic {
    HOLDS("holds"),
    WRONG("wrong"),
    /** The text gives no other figures from which it would follow. */
    NONE("none");

    private final String word;

    Arithmetic(String word) {
        this.word = word;
    }

    /** Its name for people and files. */
    public String word() {
        return word;
    }
}
