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
 * Nonces that every node gives out and knows again without storing any (RFC 9449 §8): the number of a stretch of time and its MAC
 * under a key of the installation. Nobody else knows one before its time.
 */
@Singleton
public final class DpopNonces {

    private static final int MAC_BYTES = 16;

    private final byte[] key;
    private final long stretchMillis;
    private final Clock clock;

    DpopNonces(InstallationKey installation, DpopConfig config, Clock clock) {
        this.key = installation.derive("dpop nonce");
        this.stretchMillis = Math.max(1, config.nonceLife().toMillis() / 2);
        this.clock = clock;
    }

    /** The nonce to give out now; it is taken during this stretch and the next. */
    public String current() {
        return of(stretch());
    }

    // The next one too: the clock of the node that gave it out may be ahead of ours.
    boolean accepts(String nonce) {
        long now = stretch();
        boolean accepted = false;
        for (long stretch = now - 1; stretch <= now + 1; stretch++) {
            accepted |= SecretDigest.equal(ascii(of(stretch)), ascii(nonce));
        }
        return accepted;
    }

    private long stretch() {
        return clock.millis() / stretchMillis;
    }

    private String of(long stretch) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(stretch).array();
        byte[] mac = Arrays.copyOf(Derivation.hmacSha256(key, number), MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
