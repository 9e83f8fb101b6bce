package dev.signet.clients;

import java.security.SecureRandom;
import java.util.Base64;

/** A client's secret: 256 random bits behind a prefix, which is shown once; what is kept is its digest. */
final class ClientSecret {

    private static final String PREFIX = "sgc_";
    private static final int BYTES = 32;

    private final String value;

    private ClientSecret(String value) {
        this.value = value;
    }

    static ClientSecret generate(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ClientSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
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
