package dev.signet.jose;

import dev.signet.jose.json.Base64Url;
import dev.signet.jose.json.MalformedInputException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import static dev.signet.jose.JwtRejectedException.Reason.ALGORITHM;
import static dev.signet.jose.JwtRejectedException.Reason.MALFORMED;
import static dev.signet.jose.JwtRejectedException.Reason.SIGNATURE;
import static dev.signet.jose.JwtRejectedException.Reason.TOO_LONG;
import static dev.signet.jose.JwtRejectedException.Reason.UNKNOWN_KEY;

/** A JWS in compact serialization (RFC 7515 §7.1), parsed strictly but not verified. */
final class CompactJws {

    static final int MAX_LENGTH = 16 * 1024;
    static final int MAX_HEADER_LENGTH = 1024;
    /** Enough for an RSA key of 8192 bits. */
    private static final int MAX_HEADER_LENGTH_WITH_KEY = 2560;

    private final JwsHeader header;
    private final byte[] signingInput;
    private final byte[] payload;
    private final byte[] signature;

    private CompactJws(JwsHeader header, byte[] signingInput, byte[] payload, byte[] signature) {
        this.header = header;
        this.signingInput = signingInput;
        this.payload = payload;
        this.signature = signature;
    }

    static CompactJws parse(String compact) throws JwtRejectedException {
        return parse(compact, MAX_HEADER_LENGTH, JwsHeader::of);
    }

    /** Parses like {@link #parse} a JWS whose header contains its key and is therefore longer. */
    static CompactJws parseWithKey(String compact) throws JwtRejectedException {
        return parse(compact, MAX_HEADER_LENGTH_WITH_KEY, JwsHeader::withKey);
    }

    private interface HeaderReader {

        JwsHeader read(byte[] json) throws JwtRejectedException;
    }

    private static CompactJws parse(String compact, int maxHeaderLength, HeaderReader reader)
            throws JwtRejectedException {
        if (compact.length() > MAX_LENGTH) {
            throw new JwtRejectedException(TOO_LONG, "the token is longer than " + MAX_LENGTH + " characters");
        }
        int first = compact.indexOf('.');
        int second = compact.indexOf('.', first + 1);
        if (first < 0 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
            throw new JwtRejectedException(MALFORMED, "the token does not have three parts");
        }
        if (first > maxHeaderLength) {
            throw new JwtRejectedException(TOO_LONG, "the header is longer than " + maxHeaderLength + " characters");
        }
        // Non-ASCII characters become '?', which is outside the alphabet. Each character is one byte, so positions stay
        // the same.
        byte[] ascii = compact.getBytes(StandardCharsets.US_ASCII);
        try {
            byte[] header = Base64Url.decode(ascii, 0, first);
            byte[] payload = Base64Url.decode(ascii, first + 1, second);
            byte[] signature = Base64Url.decode(ascii, second + 1, ascii.length);
            return new CompactJws(reader.read(header), Arrays.copyOf(ascii, second), payload, signature);
        } catch (MalformedInputException e) {
            throw new JwtRejectedException(MALFORMED, e.detail());
        }
    }

    JwsHeader header() {
        return header;
    }

    /** Returns the payload, which is not verified. */
    byte[] unverifiedPayload() {
        return payload;
    }

    /**
     * Verifies the signature and returns the payload.
     *
     * @throws JwtRejectedException if the algorithm, kid or signature does not match the key
     */
    byte[] verify(VerificationKey key) throws JwtRejectedException {
        if (!header.alg().equals(key.jwk().algorithmName())) {
            throw new JwtRejectedException(ALGORITHM, "alg is not the algorithm of the key");
        }
        if (header.kid().isPresent() && !header.kid().get().equals(key.kid())) {
            throw new JwtRejectedException(UNKNOWN_KEY, "kid does not match the key");
        }
        if (!key.verify(signingInput, signature)) {
            throw new JwtRejectedException(SIGNATURE, "the signature is invalid");
        }
        return payload;
    }
}
