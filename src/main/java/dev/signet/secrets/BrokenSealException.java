package dev.signet.secrets;

/** A sealed value does not open: another key, other associated data, or changed bytes. */
public final class BrokenSealException extends Exception {

    private static final long serialVersionUID = 1;

    BrokenSealException() {
        super("the sealed value cannot be decrypted with this key and associated data");
    }
}
