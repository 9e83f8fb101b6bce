package dev.signet.jose.jwk;

/**
 * Signals a JSON Web Key or key set that Signet cannot or must not use. The message names the violated rule, never the
 * key material.
 */
public final class InvalidJwkException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception; the message must not contain key material. */
    public InvalidJwkException(String message) {
        super(message);
    }
}
