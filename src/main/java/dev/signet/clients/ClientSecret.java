package dev.signet.clients;

import dev.signet.secrets.RandomText;

import java.security.SecureRandom;

/** A client's secret: 256 random bits behind a prefix, which is shown once; what is kept is its digest. */
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
