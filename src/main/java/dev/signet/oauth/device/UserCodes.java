package dev.signet.oauth.device;

import dev.signet.secrets.Derivation;
import dev.signet.secrets.InstallationKey;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * User codes (RFC 8628 §6.1): eight of twenty consonants in two groups, so that they form no words and contain no
 * similar characters. They are short, so the table contains a MAC instead of a plain digest.
 */
@Singleton
final class UserCodes {

    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    private static final int MAX_ENTERED = 40;

    private final byte[] key;
    private final SecureRandom random;

    UserCodes(InstallationKey installation, SecureRandom random) {
        this.key = installation.derive("device user code");
        this.random = random;
    }

    String generate() {
        StringBuilder code = new StringBuilder(LENGTH + 1);
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** Returns the stored MAC of a code in any notation; null if the text cannot be a user code. */
    byte @Nullable [] mac(String entered) {
        if (entered.length() > MAX_ENTERED) {
            return null;
        }
        StringBuilder letters = new StringBuilder(LENGTH);
        for (char c : entered.toUpperCase(Locale.ROOT).toCharArray()) {
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
