package io.headroom.cli;

/** Why a command ends early: what the user should read, and the exit code. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The arguments or the file are not valid. */
    static Refusal notValid(String message) {
        return new Refusal(ExitCode.NOT_VALID, message);
    }

    /** A file cannot be read or written. */
    static Refusal failed(String message) {
        return new Refusal(ExitCode.FAILED, message);
    }

    int exitCode() {
        return exitCode;
    }
}
