package dev.signet.accounts.password.argon2;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** An implementation of Argon2id compared with the reference implementation and with Bouncy Castle. */
abstract class Argon2Test {

    /** The memory of the hashes below that compete for it. */
    static final int POOLED_KIB = 512;

    private final Argon2 argon2;

    Argon2Test(Argon2 argon2) {
        this.argon2 = argon2;
    }

    // From test.c of the reference implementation (github.com/P-H-C/phc-winner-argon2), version 19.
    @ParameterizedTest
    @CsvSource({
        "65536, 2, 1, password, somesalt, 09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
        "256, 2, 1, password, somesalt, 9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
        "256, 2, 2, password, somesalt, 6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
        "65536, 2, 1, password, diffsalt, bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c",
        "65536, 2, 1, differentpassword, somesalt, 0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde"
    })
    void hashMatchesReferenceImplementation(
            int memoryKib, int iterations, int lanes, String password, String salt, String expected) {
        byte[] hash = argon2.hash(
                new Argon2Parameters(memoryKib, iterations, lanes), password.getBytes(UTF_8), salt.getBytes(UTF_8), 32);

        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(expected);
    }

    @Test
    void hashMatchesBouncyCastleForAnyParameters() {
        Random random = new Random(9106);
        for (int n = 0; n < 300; n++) {
            int lanes = 1 + random.nextInt(5);
            Argon2Parameters parameters =
                    new Argon2Parameters(8 * lanes + random.nextInt(700), 1 + random.nextInt(4), lanes);
            byte[] salt = new byte[8 + random.nextInt(40)];
            random.nextBytes(salt);
            String password = "p".repeat(random.nextInt(200)) + n;
            int length = 4 + random.nextInt(200);

            assertThat(argon2.hash(parameters, password.getBytes(UTF_8), salt, length))
                    .as("%s, length %s", parameters, length)
                    .isEqualTo(bouncyCastle(parameters, password, salt, length));
        }
    }

    @Test
    void concurrentHashesDoNotShareMemory() {
        Argon2Parameters parameters = new Argon2Parameters(POOLED_KIB, 2, 1);
        byte[] salt = "somesalt".getBytes(UTF_8);
        var hashes = new ConcurrentHashMap<String, byte[]>();

        IntStream.range(0, 200)
                .parallel()
                .mapToObj(Integer::toString)
                .forEach(password -> hashes.put(password, argon2.hash(parameters, password.getBytes(UTF_8), salt, 32)));

        assertThat(hashes)
                .hasSize(200)
                .allSatisfy(
                        (password, hash) -> assertThat(hash).isEqualTo(bouncyCastle(parameters, password, salt, 32)));
    }

    private static byte[] bouncyCastle(Argon2Parameters parameters, String password, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                        org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                .withVersion(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(parameters.memoryKib())
                .withIterations(parameters.iterations())
                .withParallelism(parameters.parallelism())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(UTF_8), hash);
        return hash;
    }
}
