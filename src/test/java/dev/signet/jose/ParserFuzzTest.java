package dev.signet.jose;

import dev.signet.jose.json.Base64Url;
import dev.signet.jose.json.JsonReader;
import dev.signet.jose.json.MalformedInputException;
import dev.signet.jose.jwk.InvalidJwkException;
import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwkSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fuzz test of every parser of untrusted input. {@code -Dsignet.fuzz.seconds} and {@code -Dsignet.fuzz.seed}
 * configure it.
 */
@Tag("fuzz")
class ParserFuzzTest {

    private static final Duration EACH = Duration.ofSeconds(Integer.getInteger("signet.fuzz.seconds", 20));
    private static final long SLOW = Duration.ofMillis(500).toNanos();
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\\",
        "\\u0000",
        "\\ud800",
        "null",
        "true",
        "NaN",
        "1e999",
        "-0",
        "0.1",
        "9999999999999999999",
        "\"alg\"",
        "\"kid\"",
        "\"crit\"",
        "\"ES256\"",
        "\"none\"",
        "\"exp\"",
        "\"kty\"",
        "\"keys\"",
        "\"RSA\"",
        "\"EC\"",
        "\"OKP\"",
        "\"n\"",
        "\"e\"",
        "\"x\"",
        "\"AQAB\"",
        "/*",
        "\u00e9",
        "\uFEFF",
        " ",
        "\n",
        "."
    };

    private final long seed = Long.getLong("signet.fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** Throws one of the documented exceptions, or nothing. */
    private interface Reader {
        void read(String input) throws MalformedInputException, JwtRejectedException, InvalidJwkException;
    }

    @Test
    void randomTokensAreParsedOrRejected() {
        String token =
                Tokens.ES256.signer().sign(JwtType.ACCESS_TOKEN, Tokens.claims().build());
        JwtVerifier verifier = Tokens.verifier();
        fuzz(token, input -> verifier.verify(input));
    }

    @Test
    void signedTokensWithAnyContentAreParsedOrRejected() {
        JwtVerifier verifier = Tokens.verifier();
        String header = Tokens.header(Tokens.ES256);
        fuzz(Tokens.claimsJson(), claims -> verifier.verify(Tokens.signed(Tokens.ES256, header, claims)));
        fuzz(header, altered -> verifier.verify(Tokens.signed(Tokens.ES256, altered, Tokens.claimsJson())));
    }

    @Test
    void randomJsonIsParsedOrRejected() {
        fuzz(
                "{\"a\":[1,{\"b\":\"c\"}],\"d\":-1.5}",
                input -> JsonReader.object(input.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void randomBase64urlIsParsedOrRejected() {
        fuzz("Zm9vYmFy-_", Base64Url::decode);
    }

    @Test
    void randomJwksAreParsedOrRejected() {
        String rsa = Tokens.RS256.publicJwk().toJson();
        String ec = Tokens.ES256.publicJwk().toJson();
        String okp = Tokens.ED25519.publicJwk().toJson();
        SignatureEngine engine = Engines.underTest();
        fuzz(rsa, input -> engine.verificationKey(Jwk.parse(input)));
        fuzz(ec, input -> engine.verificationKey(Jwk.parse(input)));
        fuzz(okp, input -> engine.verificationKey(Jwk.parse(input)));
        fuzz("{\"keys\":[" + rsa + "," + ec + "," + okp + "]}", JwkSet::parse);
    }

    private void fuzz(String start, Reader reader) {
        long end = System.nanoTime() + EACH.toNanos();
        int tried = 0;
        while (System.nanoTime() < end) {
            String input = random.nextInt(4) == 0 ? generated() : mutated(start);
            long before = threadCpuTime();
            try {
                reader.read(input);
            } catch (MalformedInputException | JwtRejectedException | InvalidJwkException documented) {
                // documented for invalid input
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ", input " + input, e);
            }
            assertThat(threadCpuTime() - before)
                    .as("seed %d, input of %d characters", seed, input.length())
                    .isLessThan(SLOW);
            tried++;
        }
        assertThat(tried).isPositive();
    }

    // CPU time of the thread is independent of other load on the machine.
    private static long threadCpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private String generated() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(200); i > 0; i--) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            text.append(random.nextInt(50) == 0 ? piece.repeat(random.nextInt(3000)) : piece);
        }
        return text.toString();
    }

    private String mutated(String start) {
        StringBuilder text = new StringBuilder(start);
        for (int i = random.nextInt(6); i >= 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
                case 3 -> text.insert(at, text.substring(random.nextInt(at + 1), at));
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }
}
