package dev.signet.accounts.password;

import dev.signet.accounts.password.PasswordHasher.Verdict;
import dev.signet.accounts.password.argon2.Argon2Choice;
import dev.signet.accounts.password.argon2.Argon2Implementation;
import dev.signet.accounts.password.argon2.Argon2Parameters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordHasherTest {

    private static final HashingGate.Limits LIMITS = new HashingGate.Limits(2, 128 * 1024);

    private static final String PASSWORD = "correct horse battery";

    @Test
    void hashContainsParametersAndFreshSalt() {
        PasswordHasher hasher = hasher(19456, 2);

        String hash = hasher.hash(PASSWORD);

        assertThat(hash)
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}")
                .isNotEqualTo(hasher.hash(PASSWORD));
        assertThat(hasher.verify(PASSWORD, hash)).isEqualTo(Verdict.RIGHT);
        assertThat(hasher.verify(PASSWORD + " ", hash)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void referenceHashIsVerified() {
        // echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1, from the test suite of phc-winner-argon2
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(hasher(65536, 2).verify("password", reference)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void onlyWeakerHashesAreUpgraded() {
        String cheap = hasher(8192, 2).hash(PASSWORD);
        String quick = hasher(19456, 1).hash(PASSWORD);
        String costly = hasher(32768, 3).hash(PASSWORD);

        assertThat(hasher(19456, 2).verify(PASSWORD, cheap)).isEqualTo(Verdict.RIGHT_BUT_WEAK);
        assertThat(hasher(19456, 2).verify(PASSWORD, quick)).isEqualTo(Verdict.RIGHT_BUT_WEAK);
        assertThat(hasher(19456, 2).verify(PASSWORD, costly)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void excessiveParametersPreventStart() {
        assertThatThrownBy(() -> hasher(10_000_000, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("signet.accounts.password.memory-kib");
    }

    @Test
    void unpairedSurrogatesNeverMatch() {
        PasswordHasher hasher = hasher(8192, 1);

        assertThat(hasher.verify("password\ud800", hasher.hash("password?"))).isEqualTo(Verdict.WRONG);
    }

    @Test
    void hashThatNeedsTooMuchMemoryCountsAsWrong() {
        PasswordHasher limited = hasher(new Argon2Parameters(1024, 1, 1), new HashingGate.Limits(1, 4096));

        assertThat(limited.verify(PASSWORD, hasher(4096, 1).hash(PASSWORD))).isEqualTo(Verdict.RIGHT);
        assertThat(limited.verify(PASSWORD, hasher(8192, 1).hash(PASSWORD))).isEqualTo(Verdict.WRONG);
    }

    private static PasswordHasher hasher(int memoryKib, int iterations) {
        return hasher(new Argon2Parameters(memoryKib, iterations, 1), LIMITS);
    }

    private static PasswordHasher hasher(Argon2Parameters parameters, HashingGate.Limits limits) {
        return new PasswordHasher(
                parameters,
                Argon2Choice.of(Argon2Implementation.AUTO, 1024),
                limits,
                8,
                new HashingMeters(new SimpleMeterRegistry()),
                new SecureRandom());
    }
}
