package dev.signet.oauth.device;

import dev.signet.secrets.Derivation;
import dev.signet.secrets.InstallationKey;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * The codes people type (RFC 8628 §6.1): eight of twenty consonants, so no word and nothing to mistake, in two groups. Short, so
 * stored under a MAC and never as a bare digest.
 */
@Singleton
final class UserCodes {

    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    private static final int MAX_TYPED = 40;

    private final byte[] key;
    private final SecureRandom random;

    UserCodes(InstallationKey installation, SecureRandom random) {
        this.key = installation.derive("device user code");
        this.random = random;
    }

    String fresh() {
        StringBuilder code = new StringBuilder(LENGTH + 1);
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** What the table holds of a code, however it was typed; null if it cannot be one. */
    byte @Nullable [] mac(String typed) {
        if (typed.length() > MAX_TYPED) {
            return null;
        }
        StringBuilder letters = new StringBuilder(LENGTH);
        for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (LETTERS.indexOf(c) >= 0) {
                letters.append(c);
            } else if (c != '-' && c != ' ') {
                return null;
            }
        }
        return letters.length() == LENGTH
                ? Derivation.hmacSha256(key, letters.toString().getBytes(StandardCharsets.US_ASCII))
                : null;
    }
}
