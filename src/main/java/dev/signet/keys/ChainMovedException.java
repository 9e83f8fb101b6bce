package dev.signet.keys;

/** Rolls a state change back because another node wrote the next entry of the history; to be tried again. */
final class ChainMovedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ChainMovedException() {
        super("the next entry was written by a different node", null, false, false);
    }
}
