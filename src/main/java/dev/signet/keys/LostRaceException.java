package dev.signet.keys;

/** Rolls a state change back because another node made it, or one that excludes it. */
final class LostRaceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LostRaceException() {
        super("another node was first", null, false, false);
    }
}
