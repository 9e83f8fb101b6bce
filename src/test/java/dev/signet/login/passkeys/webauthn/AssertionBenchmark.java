package dev.signet.login.passkeys.webauthn;

import com.webauthn4j.WebAuthnAuthenticationManager;
import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import dev.signet.jose.SignatureEngine;
import dev.signet.jose.jwk.Jwk;
import dev.signet.support.accounts.PasskeyDevice;
import dev.signet.support.accounts.PasskeyDevice.Algorithm;
import dev.signet.web.issuer.Issuer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * A benchmark that is the source of the figures in {@code docs/adr/0048}: CPU time of one assertion, from the JSON of the
 * request and the stored key to the verified data, without the database. webauthn4j does the same with its own types.
 * Run it with {@code benchmarks/passkeys/run}.
 */
public final class AssertionBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration SLICE = Duration.ofMillis(300);
    private static final int ROUNDS = 9;
    private static final byte[] CHALLENGE = new byte[32];

    private static volatile Object sink = "";

    private AssertionBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        System.out.printf("Java %s%n", Runtime.version());
        Map<String, Object> options =
                Map.of("challenge", PasskeyDevice.encode(CHALLENGE), "user", Map.of("id", "AAAA"));
        PasskeysConfig config = new AttestationPolicyTest.Config(List.of(), null);
        RelyingParty relyingParty = new RelyingParty(config, new Issuer("http://localhost:8080"));
        for (Algorithm algorithm : Algorithm.values()) {
            PasskeyDevice device = PasskeyDevice.of(algorithm);
            Map<String, Object> created = device.create(options);
            String key = new RegistrationVerifier(relyingParty, new AttestationPolicy(config))
                    .verify(AttestationResponse.of(created), CHALLENGE)
                    .publicKey()
                    .toJson();
            Map<String, Object> assertion = device.get(options);
            for (SignatureEngine engine : List.of(SignatureEngine.detect(), SignatureEngine.jdk())) {
                AssertionVerifier verifier = new AssertionVerifier(relyingParty, engine);
                print(
                        algorithm + " Signet, " + engine.name(),
                        () -> verifier.verify(AssertionResponse.of(assertion), CHALLENGE, Jwk.parse(key)));
            }
            print(algorithm + " webauthn4j", library(created, assertion));
        }
    }

    private static Callable<?> library(Map<String, Object> created, Map<String, Object> assertion) {
        ObjectConverter converter = new ObjectConverter();
        AttestationObjectConverter objects = new AttestationObjectConverter(converter);
        WebAuthnAuthenticationManager manager = new WebAuthnAuthenticationManager(List.of(), converter);
        byte[] stored = AttestationResponse.of(created).attestationObject();
        return () -> {
            AttestationObject object = objects.convert(stored);
            AssertionResponse response = AssertionResponse.of(assertion);
            return manager.verify(
                    new AuthenticationRequest(
                            response.credentialId(),
                            response.userHandle(),
                            response.authenticatorData(),
                            response.clientData(),
                            response.signature()),
                    new AuthenticationParameters(
                            ServerProperty.builder()
                                    .origins(Set.of(new Origin("http://localhost:8080")))
                                    .rpId("localhost")
                                    .challenge(new DefaultChallenge(CHALLENGE))
                                    .build(),
                            new CredentialRecordImpl(object, null, null, null),
                            null,
                            true));
        };
    }

    private static void print(String name, Callable<?> work) throws Exception {
        double[] micros = new double[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            double measured = slice(work);
            if (round >= 0) {
                micros[round] = measured;
            }
        }
        Arrays.sort(micros);
        System.out.printf("%-24s %8.1f us  (%.1f to %.1f)%n", name, micros[ROUNDS / 2], micros[0], micros[ROUNDS - 1]);
    }

    private static double slice(Callable<?> work) throws Exception {
        long end = System.nanoTime() + SLICE.toNanos();
        long before = THREADS.getCurrentThreadCpuTime();
        int done = 0;
        while (System.nanoTime() < end) {
            sink = work.call();
            done++;
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / 1000.0 / done;
    }
}
