package dev.signet.accounts;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@TestProfile(PasswordServiceTest.RealHashes.class)
@OnBothStacks
class PasswordServiceTest {

    /** Hashes with the production cost, compared with which other work is negligible. */
    public static final class RealHashes implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("signet.accounts.password.memory-kib", "19456", "signet.accounts.password.iterations", "2");
        }
    }

    private static final String PASSWORD = "a rather long pass phrase";

    @Inject
    AccountService accounts;

    @Inject
    PasswordService passwords;

    @Inject
    AccountAdministration administration;

    @Inject
    AccountRepository repository;

    @Test
    void rightPasswordFindsTheAccount() {
        Account created = createUser(PASSWORD);

        assertThat(passwords.check(created.username(), PASSWORD)).contains(created);
        assertThat(passwords.check(created.username(), PASSWORD + "!")).isEmpty();
        assertThat(passwords.check("nobody", PASSWORD)).isEmpty();
    }

    @Test
    void passwordsThatDifferAfterByte72AreDistinct() {
        String base = "x".repeat(99);
        Account created = createUser(base + "a" + "y".repeat(50));

        assertThat(passwords.check(created.username(), base + "b" + "y".repeat(50)))
                .isEmpty();
        assertThat(passwords.check(created.username(), base + "a" + "y".repeat(50)))
                .isPresent();
    }

    @Test
    void passwordsMatchInAnyUnicodeComposition() {
        Account created = createUser("caf\u00e9 cr\u00e8me au lait");

        assertThat(passwords.check(created.username(), "cafe\u0301 cre\u0300me au lait"))
                .isPresent();
    }

    @Test
    void changedPasswordReplacesTheOldOne() {
        Account created = createUser(PASSWORD);

        passwords.changePassword(created.id(), PASSWORD, "an entirely new one", null);

        assertThat(passwords.check(created.username(), PASSWORD)).isEmpty();
        assertThat(passwords.check(created.username(), "an entirely new one")).isPresent();
    }

    @Test
    void changeRequiresCurrentPassword() {
        Account created = createUser(PASSWORD);

        assertThatThrownBy(() -> passwords.changePassword(created.id(), "wrong", "an entirely new one", null))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS));
        assertThat(passwords.check(created.username(), PASSWORD)).isPresent();
    }

    @Test
    void importedHashIsReplacedAtTheFirstLogin() {
        // make_password("correct horse battery") of Django 5.2, with 1,000 iterations
        String imported = "pbkdf2_sha256$1000$saltsaltsalt$GacV8oEzUl3KM0Mwey9yrMcTPKpkL4jXrFpbKB8oOnI=";
        Account created = accounts.create(Accounts.imported(imported), null);

        assertThat(passwords.check(created.username(), "wrong horse battery")).isEmpty();
        assertThat(hashOf(created)).isEqualTo(imported);
        assertThat(passwords.check(created.username(), "correct horse battery")).contains(created);

        assertThat(hashOf(created)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.check(created.username(), "correct horse battery")).contains(created);
    }

    @Test
    void concurrentLoginsSucceedDuringHashReplacement() throws Exception {
        Account created = accounts.create(
                Accounts.imported("pbkdf2_sha256$1000$saltsaltsalt$GacV8oEzUl3KM0Mwey9yrMcTPKpkL4jXrFpbKB8oOnI="),
                null);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> logins = Collections.nCopies(
                8,
                () -> passwords
                        .check(created.username(), "correct horse battery")
                        .isPresent());

        for (Future<Boolean> login : threads.invokeAll(logins)) {
            assertThat(login.get()).isTrue();
        }
        threads.shutdown();
    }

    @Test
    void everyFailureCostsTheSameTime() {
        // CPU time, because the hash is computed on this thread and the machine may be busy.
        Account created = createUser(PASSWORD);
        Account disabled = createUser(PASSWORD);
        administration.change(
                disabled.id(), new AccountChange(null, null, null, Optional.of(false), null, null, null), null);
        Account passwordless = accounts.create(
                new NewAccount(
                        AccountKind.PERSON, "person-" + UUID.randomUUID(), null, false, Set.of(), true, null, null),
                null);
        Map<String, String> failures = Map.of(
                "wrong", created.username(),
                "unknown", "nobody-at-all",
                "disabled", disabled.username(),
                "passwordless", passwordless.username(),
                "impossible", "no such\u0000name");
        Map<String, List<Long>> times = new TreeMap<>();
        for (int round = 0; round < 25; round++) {
            failures.forEach((kind, username) -> {
                long start = threadCpuTime();
                assertThat(passwords.check(username, "disabled".equals(kind) ? PASSWORD : "wrong pass phrase"))
                        .isEmpty();
                times.computeIfAbsent(kind, any -> new ArrayList<>()).add(threadCpuTime() - start);
            });
        }
        Map<String, Double> medians = new TreeMap<>();
        times.forEach((kind, all) ->
                medians.put(kind, all.stream().sorted().skip(12).findFirst().orElseThrow() / 1e6));

        assertThat(Collections.max(medians.values()) / Collections.min(medians.values()))
                .as("medians in ms: %s", medians)
                .isLessThan(1.5);
    }

    private static long threadCpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private String hashOf(Account account) {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository.credentials(account.id()).orElseThrow().passwordHash());
    }

    private Account createUser(String password) {
        return accounts.create(NewAccount.user("person-" + UUID.randomUUID(), password), null);
    }
}
