package dev.signet.tokens.dpop;

import dev.signet.secrets.Derivation;
import dev.signet.secrets.InstallationKey;
import dev.signet.secrets.SecretDigest;
import jakarta.inject.Singleton;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;

/**
 * Nonces that all nodes issue and validate without storing them (RFC 9449 §8). A nonce is the MAC of the number of a
 * time period under a key of the installation. So only this installation can compute a future nonce.
 */
@Singleton
final class DpopNonces {

    private static final int MAC_BYTES = 16;

    private final byte[] key;
    private final long periodMillis;
    private final Clock clock;

    DpopNonces(InstallationKey installation, DpopConfig config, Clock clock) {
        this.key = installation.derive("dpop nonce");
        this.periodMillis = Math.max(1, config.nonceLife().toMillis() / 2);
        this.clock = clock;
    }

    /** Returns the current nonce, which is valid during this period and the next. */
    String current() {
        return of(period());
    }

    // The next period is accepted too, because the clock of the issuing node may be ahead of this node's clock.
    boolean accepts(String nonce) {
        long now = period();
        boolean accepted = false;
        for (long period = now - 1; period <= now + 1; period++) {
            accepted |= SecretDigest.isEqual(ascii(of(period)), ascii(nonce));
        }
        return accepted;
    }

    private long period() {
        return clock.millis() / periodMillis;
    }

    private String of(long period) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(period).array();
        byte[] mac = Arrays.copyOf(Derivation.hmacSha256(key, number), MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
