package dev.signet.clients;

import dev.signet.secrets.SecretHash;
import dev.signet.secrets.TokenPrefix;

import java.security.SecureRandom;

/** Secret of a client: 256 random bits after a prefix. It is shown once, and only its digest is stored. */
public final class ClientSecret {

    private final String value;

    private ClientSecret(String value) {
        this.value = value;
    }

    /** Creates a random secret. */
    public static ClientSecret generate(SecureRandom random) {
        return new ClientSecret(TokenPrefix.CLIENT_SECRET.randomToken(random));
    }

    /** Returns the secret itself, which is shown once. */
    public String value() {
        return value;
    }

    /** Returns the hash, which alone is stored. */
    public SecretHash hash() {
        return SecretHash.of(value);
    }

    @Override
    public String toString() {
        return "ClientSecret";
    }
}
