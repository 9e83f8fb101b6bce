package dev.signet.keys.history;

/** Signals that another node wrote the next history entry; rolls the state change back so that it can be retried. */
final class HistoryConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    HistoryConflictException() {
        super("the next entry was written by a different node", null, false, false);
    }
}
