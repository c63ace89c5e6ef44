package io.headroom.cli.input;

/** What a run answers to the shell. */
public final class ExitCode {

    /** All is well; for a check: every limit is met. */
    public static final int OK = 0;
    /** A check found a limit missed or at risk, or a plan that does not fit; an audit a claim that is off; a fleet is not carried. */
    public static final int MISSED = 1;
    /** The arguments, the file or a plan in it are not valid. */
    public static final int NOT_VALID = 2;
    /** A file cannot be read or written, or the program failed. */
    public static final int FAILED = 3;

    private ExitCode() {
    }
}
