package dev.signet.jose;

import dev.signet.support.installation.OnBothStacks;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Properties of generated tokens, which are the same on every run. */
@OnBothStacks
class MutationTest {

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\u00e9";

    private final Random random = new Random(20261122);

    @Test
    void signedTokensVerifyToTheSameClaims() throws Exception {
        JwtVerifier verifier = Tokens.verifier(Tokens.policy().maxLifetime(Duration.ofDays(1)));
        for (int i = 0; i < 300; i++) {
            ClaimsSet claims = claims();

            String token = key().signer().sign(JwtType.ACCESS_TOKEN, claims);

            assertThat(verifier.verify(token).claims()).isEqualTo(claims);
        }
    }

    @Test
    void everyChangedCharacterIsRejected() {
        for (SigningKey key : List.of(Tokens.ES256, Tokens.ED25519, Tokens.RS256)) {
            String token = key.signer().sign(JwtType.ACCESS_TOKEN, claims());
            for (int position = 0; position < token.length(); position++) {
                char replacement = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
                if (replacement != token.charAt(position)) {
                    assertRejected(token.substring(0, position) + replacement + token.substring(position + 1));
                }
                if (position % 7 == 0) {
                    assertRejected(token.substring(0, position) + token.substring(position + 1));
                    assertRejected(token.substring(0, position) + replacement + token.substring(position));
                    assertRejected(token.substring(0, position));
                }
            }
        }
    }

    @Test
    void everyFlippedSignatureBitIsRejected() {
        for (SigningKey key : List.of(Tokens.ES256, Tokens.ED25519)) {
            byte[] message = {1, 2, 3};
            byte[] signature = key.sign(message);
            VerificationKey published = Engines.underTest().verificationKey(key.publicJwk());
            for (int bit = 0; bit < signature.length * 8; bit++) {
                signature[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(published.verify(message, signature))
                        .as("bit " + bit)
                        .isFalse();
                signature[bit / 8] ^= (byte) (1 << bit % 8);
            }
            assertThat(published.verify(message, signature)).isTrue();
        }
    }

    private static void assertRejected(String token) {
        try {
            Tokens.verifier(Tokens.policy().maxLifetime(Duration.ofDays(1))).verify(token);
        } catch (JwtRejectedException expected) {
            return;
        }
        fail("accepted: " + token);
    }

    private SigningKey key() {
        return List.of(Tokens.RS256, Tokens.ES256, Tokens.ED25519).get(random.nextInt(3));
    }

    private ClaimsSet claims() {
        ClaimsSet.Builder claims = Tokens.claims();
        for (int i = random.nextInt(6); i > 0; i--) {
            String name = text() + i;
            switch (random.nextInt(5)) {
                case 0 -> claims.claim(name, text());
                case 1 -> claims.claim(name, random.nextLong());
                case 2 -> claims.claim(name, random.nextBoolean());
                case 3 -> claims.claim(name, texts());
                default -> claims.claim(name, Map.of(text(), texts(), "n", random.nextInt()));
            }
        }
        return claims.build();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        return random.ints(random.nextInt(20), 1, 0x11000)
                .map(point -> point > 0xFFFF ? point + 0xD000 : point)
                .filter(point -> point < 0xD800 || point > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
