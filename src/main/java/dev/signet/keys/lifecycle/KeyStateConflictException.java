package dev.signet.keys.lifecycle;

/** Signals that another node made this state change or one that excludes it; rolls the transaction back. */
final class KeyStateConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeyStateConflictException() {
        super("a different node changed the key first", null, false, false);
    }
}
