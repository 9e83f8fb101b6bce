package dev.signet.keys;

/** Rolls a state change back because another node made it, or one that excludes it. */
final class LostRaceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LostRaceException() {
        super("a different node made the change first", null, false, false);
    }
}
