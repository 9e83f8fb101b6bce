package dev.signet.clients;

import dev.signet.secrets.RandomText;

import java.security.SecureRandom;

/** Secret of a client: 256 random bits after a prefix. It is shown once, and only its digest is stored. */
final class ClientSecret {

    private static final String PREFIX = "sgc_";

    private final String value;

    private ClientSecret(String value) {
        this.value = value;
    }

    static ClientSecret generate(SecureRandom random) {
        return new ClientSecret(PREFIX + RandomText.secret(random));
    }

    String value() {
        return value;
    }

    SecretHash hash() {
        return SecretHash.of(value);
    }

    @Override
    public String toString() {
        return "ClientSecret";
    }
}
