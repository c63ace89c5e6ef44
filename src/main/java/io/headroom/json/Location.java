package io.headroom.json;

/**
 * A place in a JSON text. The pointer is made on demand, so that a location costs little in a large file.
 */
public final class Location {

    /** Of values that no file holds. */
    public static final Location NONE = new Location(null, null, -1, 0, 0);

    private final Location parent;
    private final String key;
    private final int index;
    private final int line;
    private final int column;

    private Location(Location parent, String key, int index, int line, int column) {
        this.parent = parent;
        this.key = key;
        this.index = index;
        this.line = line;
        this.column = column;
    }

    /** The top value at a line and column. */
    public static Location root(int line, int column) {
        return new Location(null, null, -1, line, column);
    }

    Location member(String name, int atLine, int atColumn) {
        return new Location(this, name, -1, atLine, atColumn);
    }

    Location item(int number, int atLine, int atColumn) {
        return new Location(this, null, number, atLine, atColumn);
    }

    boolean isMember(String name) {
        return name.equals(key);
    }

    /** The same value with another line and column. */
    Location moved(int toLine, int toColumn) {
        return new Location(parent, key, index, toLine, toColumn);
    }

    /** The line, from 1; 0 where there is none. */
    public int line() {
        return line;
    }

    /** The column in characters, from 1; 0 where there is none. */
    public int column() {
        return column;
    }

    /** The JSON pointer (RFC 6901), empty for the top value. */
    public String pointer() {
        if (parent == null) {
            return "";
        }
        String step = key == null ? Integer.toString(index) : key.replace("~", "~0").replace("/", "~1");
        return parent.pointer() + "/" + step;
    }

    @Override
    public String toString() {
        return line + ":" + column + " " + pointer();
    }
}
