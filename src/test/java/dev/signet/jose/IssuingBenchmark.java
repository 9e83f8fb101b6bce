package dev.signet.jose;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.signet.jose.jwk.JwsAlgorithm;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Security;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A benchmark that is the source of the figures in {@code docs/adr/0003}. It measures the CPU time per token for
 * issuing with smallrye-jwt-build and with {@link CompactSigner}. It also measures the overhead of the compact form and
 * the verifier over the bare signature. Run it with {@code benchmarks/jose/run}.
 */
public final class IssuingBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration SLICE = Duration.ofMillis(300);
    private static final int ROUNDS = 11;

    private static volatile Object sink = "";

    private IssuingBenchmark() {}

    private record Case(String name, Callable<?> work, List<Double> micros) {}

    public static void main(String[] arguments) throws Exception {
        boolean installed = List.of(arguments).contains("--install-accp");
        if (installed) {
            AmazonCorrettoCryptoProvider.install();
        }
        System.out.printf(
                "Java %s, first RSA provider %s%n",
                Runtime.version(), Security.getProviders("Signature.SHA256withRSA")[0].getName());
        List<Case> cases = new ArrayList<>();
        for (JwsAlgorithm algorithm : JwsAlgorithm.CLASSIC) {
            SigningKey key = SignatureEngine.jdk().generate(algorithm);
            JwtSigner smallrye = smallrye(key);
            ClaimsSet claims = claims();
            add(cases, algorithm + " smallrye-jwt-build", () -> smallrye.sign(JwtType.ACCESS_TOKEN, claims()));
            for (SignatureEngine engine : Engines.all().toList()) {
                SigningKey signetKey = engine.decode(key.publicJwk(), key.encodedPrivateKey());
                JwtSigner compact = signetKey.signer();
                VerificationKey published = engine.verificationKey(signetKey.publicJwk());
                String token = compact.sign(JwtType.ACCESS_TOKEN, claims);
                byte[] input = token.substring(0, token.lastIndexOf('.')).getBytes();
                byte[] signature = signetKey.sign(input);
                JwtVerifier verifier = new JwtVerifier(kid -> published, policy(), Clock.systemUTC());
                String prefix = algorithm + " " + engine.name() + " ";
                add(cases, prefix + "CompactSigner", () -> compact.sign(JwtType.ACCESS_TOKEN, claims()));
                add(cases, prefix + "bare signature", () -> signetKey.sign(input));
                add(cases, prefix + "JwtVerifier", () -> verifier.verify(token));
                add(cases, prefix + "bare verification", () -> published.verify(input, signature));
            }
        }
        measure(cases);
    }

    private static void add(List<Case> cases, String name, Callable<?> work) {
        cases.add(new Case(name, work, new ArrayList<>()));
    }

    private static void measure(List<Case> cases) throws Exception {
        for (int round = 0; round < ROUNDS + 3; round++) {
            for (Case measured : cases) {
                double micros = slice(measured.work());
                if (round >= 3) {
                    measured.micros().add(micros);
                }
            }
        }
        for (Case measured : cases) {
            double[] sorted = measured.micros().stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            System.out.printf(
                    "%-36s %9.1f us  (%.1f to %.1f)%n",
                    measured.name(), sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
        }
    }

    private static double slice(Callable<?> work) throws Exception {
        long end = System.nanoTime() + SLICE.toNanos();
        long before = THREADS.getCurrentThreadCpuTime();
        int done = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < 10; i++) {
                sink = work.call();
            }
            done += 10;
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / 1000.0 / done;
    }

    private static JwtSigner smallrye(SigningKey key) throws Exception {
        String factory = Map.of("RSA", "RSA", "EC", "EC", "OKP", "Ed25519")
                .get(key.algorithm().keyType());
        PrivateKey privateKey =
                KeyFactory.getInstance(factory).generatePrivate(new PKCS8EncodedKeySpec(key.encodedPrivateKey()));
        SignatureAlgorithm algorithm = switch (key.algorithm()) {
            case RS256 -> SignatureAlgorithm.RS256;
            case ES256 -> SignatureAlgorithm.ES256;
            case ED25519 -> SignatureAlgorithm.EDDSA;
            case ML_DSA_65 -> throw new IllegalArgumentException("smallrye-jwt-build has no ML-DSA");
        };
        return new JwtSigner() {
            @Override
            public String kid() {
                return key.kid();
            }

            @Override
            public JwsAlgorithm algorithm() {
                return key.algorithm();
            }

            @Override
            public String sign(JwtType type, ClaimsSet claims) {
                return Jwt.claims(claims.asMap())
                        .jws()
                        .header("typ", type.typ())
                        .keyId(key.kid())
                        .algorithm(algorithm)
                        .sign(privateKey);
            }
        };
    }

    /** Returns the claims of an access token (RFC 9068) with those of MicroProfile JWT. */
    private static ClaimsSet claims() {
        Instant now = Instant.now();
        return ClaimsSet.builder()
                .claim("iss", "https://id.example.org")
                .claim("sub", "5f0c4c3a-0a55-4d0a-9d5c-0d8f3f6f1c11")
                .claim("aud", List.of("https://api.example.org"))
                .claim("iat", now)
                .claim("nbf", now)
                .claim("exp", now.plusSeconds(300))
                .claim("jti", "2f1ed9e0-6a7c-4b55-8f57-7f8b6d1d9a10")
                .claim("client_id", "shop-frontend")
                .claim("scope", "openid orders:read orders:write")
                .claim("sid", "9c2b6a9e-0b0b-4b39-9d58-0f6f4f1d2a3b")
                .claim("auth_time", now.minusSeconds(60))
                .claim("acr", "1")
                .claim("amr", List.of("pwd", "otp"))
                .claim("upn", "zoe")
                .claim("groups", List.of("admin", "user"))
                .build();
    }

    private static JwtPolicy policy() {
        return JwtPolicy.builder()
                .issuer("https://id.example.org")
                .types(JwtType.ACCESS_TOKEN)
                .audience("https://api.example.org")
                .requiredClaims("sub", "jti", "client_id", "sid")
                .build();
    }
}
