package dev.signet.secrets;

/** Signals that a sealed value cannot be opened: wrong key, wrong associated data, or changed bytes. */
public final class BrokenSealException extends Exception {

    private static final long serialVersionUID = 1;

    BrokenSealException() {
        super("the sealed value cannot be decrypted with this key and associated data");
    }
}
