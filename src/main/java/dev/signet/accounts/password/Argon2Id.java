package dev.signet.accounts.password;

import dev.signet.accounts.password.argon2.Argon2;
import dev.signet.accounts.password.argon2.Argon2Parameters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Argon2id (RFC 9106) in the PHC string format, also with the prefix {@code argon2} that Django writes. */
final class Argon2Id implements HashScheme {

    private static final Pattern FORM = Pattern.compile("(?:argon2)?\\$argon2id\\$v=19"
            + "\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]{0,2}),p=([1-9][0-9]{0,2})"
            + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,86})");
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private final Argon2 argon2;

    Argon2Id(Argon2 argon2) {
        this.argon2 = argon2;
    }

    String write(String password, byte[] salt, int length, Argon2Parameters parameters) {
        return "$argon2id$v=19$m=" + parameters.memoryKib() + ",t=" + parameters.iterations() + ",p="
                + parameters.parallelism() + "$" + ENCODER.encodeToString(salt) + "$"
                + ENCODER.encodeToString(derive(parameters, password, salt, length));
    }

    byte[] derive(Argon2Parameters parameters, String password, byte[] salt, int length) {
        return argon2.hash(parameters, password.getBytes(StandardCharsets.UTF_8), salt, length);
    }

    @Override
    public Optional<ParsedHash> parse(String stored) {
        Matcher parts = FORM.matcher(stored);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Argon2Parameters parameters = new Argon2Parameters(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        if (!parameters.areWithinLimits()) {
            return Optional.empty();
        }
        boolean isForeign = !stored.startsWith("$");
        return HashBase64.decode(parts.group(4))
                .flatMap(salt -> HashBase64.decode(parts.group(5))
                        .map(hash -> new Stored(this, parameters, salt, hash, isForeign)));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Stored(Argon2Id scheme, Argon2Parameters parameters, byte[] salt, byte[] hash, boolean isForeign)
            implements ParsedHash {

        @Override
        public boolean matches(String password) {
            return MessageDigest.isEqual(hash, scheme.derive(parameters, password, salt, hash.length));
        }

        @Override
        public int memoryKib() {
            return parameters.memoryKib();
        }

        @Override
        public boolean isWeakerThan(Argon2Parameters present) {
            return isForeign || parameters.isWeakerThan(present) || hash.length < PasswordHasher.HASH_BYTES;
        }
    }
}
