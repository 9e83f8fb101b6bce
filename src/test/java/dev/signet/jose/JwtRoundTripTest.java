package dev.signet.jose;

import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.support.installation.OnBothStacks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothStacks
class JwtRoundTripTest {

    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    static Stream<Arguments> enginesAndAlgorithms() {
        return Engines.all()
                .flatMap(engine -> Stream.of(JwsAlgorithm.values())
                        .filter(engine::supports)
                        .map(algorithm -> Arguments.of(engine.name(), engine, algorithm)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("enginesAndAlgorithms")
    void signedTokenVerifiesWithThePublishedKey(String name, SignatureEngine engine, JwsAlgorithm algorithm)
            throws Exception {
        SigningKey generated = engine.generate(algorithm);
        SigningKey stored = engine.decode(Jwk.parse(generated.publicJwk().toJson()), generated.encodedPrivateKey());
        ClaimsSet claims = ClaimsSet.builder()
                .claim("iss", "https://issuer.example")
                .claim("aud", List.of("a", "b"))
                .claim("iat", NOW)
                .claim("exp", NOW.plusSeconds(300))
                .claim("name", "Zoë \"\\ \n 𝄞")
                .claim("nested", Map.of("list", List.of("x", 1L, true)))
                .build();

        String token = stored.signer().sign(JwtType.ACCESS_TOKEN, claims);

        VerificationKey key =
                engine.verificationKey(Jwk.parse(stored.publicJwk().toJson()));
        JwtPolicy policy = JwtPolicy.builder()
                .issuer("https://issuer.example")
                .types(JwtType.ACCESS_TOKEN)
                .audience("b")
                .maxLifetime(Duration.ofMinutes(5))
                .build();
        VerifiedJwt jwt = new JwtVerifier(kid -> kid.equals(key.kid()) ? key : null, policy, CLOCK).verify(token);
        assertThat(jwt.claims()).isEqualTo(claims);
        assertThat(jwt.header().members())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("alg", algorithm.wireName(), "kid", stored.kid(), "typ", "at+jwt"));
        assertThat(stored.kid()).isEqualTo(key.jwk().thumbprint());
    }
}
