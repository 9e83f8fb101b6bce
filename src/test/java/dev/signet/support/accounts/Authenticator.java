package dev.signet.support.accounts;

import dev.signet.support.Polling;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Locale;

/** Authenticator app: RFC 6238 and RFC 4648 §6, implemented independently of the service. */
public final class Authenticator {

    private static final long STEP_MILLIS = 30_000;
    private static final long MARGIN_MILLIS = 10_000;

    private final byte[] secret;
    private long lastStep = -1;

    public Authenticator(String base32) {
        this.secret = decode(base32);
    }

    /** Returns an unused code that is valid now; waits if all current codes were used. */
    public String next() {
        // The code of the previous step would expire soon.
        long earliest = millisLeft() > MARGIN_MILLIS ? step() - 1 : step();
        lastStep = Math.max(lastStep + 1, earliest);
        Polling.await().until(() -> lastStep <= step() + 1);
        return codeOf(lastStep);
    }

    /** Returns the code of the current step or an adjacent one, used or not. */
    public String at(int stepsFromNow) {
        // A future code must not become valid before it is sent.
        Polling.await().until(() -> millisLeft() > MARGIN_MILLIS);
        return codeOf(step() + stepsFromNow);
    }

    /** Returns a code that stays wrong for a while. */
    public String wrong() {
        long now = step();
        int guess = 0;
        String code;
        do {
            code = String.format(Locale.ROOT, "%06d", guess++);
        } while (code.equals(codeOf(now - 1))
                || code.equals(codeOf(now))
                || code.equals(codeOf(now + 1))
                || code.equals(codeOf(now + 2)));
        return code;
    }

    private static long step() {
        return Clock.systemUTC().millis() / STEP_MILLIS;
    }

    private static long millisLeft() {
        return STEP_MILLIS - Clock.systemUTC().millis() % STEP_MILLIS;
    }

    private String codeOf(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "raw"));
            byte[] digest = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int at = digest[19] & 15;
            int number = (digest[at] & 127) << 24
                    | (digest[at + 1] & 255) << 16
                    | (digest[at + 2] & 255) << 8
                    | (digest[at + 3] & 255);
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] decode(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (char letter : base32.toCharArray()) {
            bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.write(bits >> held);
            }
        }
        return bytes.toByteArray();
    }
}
