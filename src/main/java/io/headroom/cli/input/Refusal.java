package io.headroom.cli.input;

/** Why a command ends early: what the user should read, and the exit code. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The arguments or the file are not valid. */
    public static Refusal notValid(String message) {
        return new Refusal(ExitCode.NOT_VALID, message);
    }

    /** A file cannot be read or written. */
    public static Refusal failed(String message) {
        return new Refusal(ExitCode.FAILED, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
