package dev.signet.jose;

/** A JSON Web Key or key set that Signet cannot or will not use; the message names the rule, never the key material. */
public final class InvalidJwkException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidJwkException(String message) {
        super(message);
    }
}
