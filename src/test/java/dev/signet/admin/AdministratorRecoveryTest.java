package dev.signet.admin;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountAdministration;
import dev.signet.accounts.AccountKind;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.NewAccount;
import dev.signet.accounts.PasswordService;
import dev.signet.accounts.factor.FactorService;
import dev.signet.login.passkeys.PasskeyService;
import dev.signet.support.accounts.PasskeyDevice;
import dev.signet.support.accounts.PasskeyRequests;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import static dev.signet.support.ErrorResponses.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Recovery of a lost administrator password, and the warning about an initial password that has no effect. */
@QuarkusTest
class AdministratorRecoveryTest {

    private static final String RECOVERY = "a passphrase for recovery";

    @Inject
    AccountService accounts;

    @Inject
    AccountAdministration administration;

    @Inject
    PasswordService passwords;

    @Inject
    FactorService factors;

    @Inject
    PasskeyService passkeys;

    private final Log log = new Log();

    @BeforeEach
    void listen() {
        Logger.getLogger("dev.signet.admin").addHandler(log);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("dev.signet.admin").removeHandler(log);
    }

    @Test
    void lostPasswordRoleAndFactorAreRestored() throws InterruptedException {
        TestUser user = Signet.createUser();
        SecondFactor.enrol(user);
        Signet.adminRequest()
                .body(Map.of("enabled", false))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);

        start(user.username(), Optional.empty(), Optional.of(RECOVERY));

        Account recovered = passwords.check(user.username(), RECOVERY).orElseThrow();
        assertThat(recovered.roles()).contains("admin");
        assertThat(factors.methods(UUID.fromString(user.id()))).isEmpty();
        Signet.loginRequest(user.username(), RECOVERY).send().then().statusCode(200);
        assertThat(log.text()).contains("SIGNET_ADMIN_RECOVERY_PASSWORD").doesNotContain(RECOVERY);
    }

    // Otherwise an attacker who added a passkey to the account signs in as administrator again.
    @Test
    void recoveryRemovesPasskeys() throws InterruptedException {
        TestUser user = Signet.createUser("admin");
        PasskeyDevice device = PasskeyDevice.create();
        PasskeyRequests.register(user.login(), device);

        start(user.username(), Optional.empty(), Optional.of(RECOVERY));

        assertThat(passkeys.list(UUID.fromString(user.id()))).isEmpty();
        assertProblem(PasskeyRequests.login(device), 401, "invalid_credentials");
    }

    @Test
    void deletedAdministratorIsCreatedAgain() throws InterruptedException {
        String username = "recovered-" + UUID.randomUUID();

        start(username, Optional.empty(), Optional.of(RECOVERY));

        assertThat(passwords.check(username, RECOVERY).orElseThrow().roles()).containsExactly("admin");
    }

    @Test
    void deletedAdministratorWithEmailAsUsernameIsCreatedAgain() throws InterruptedException {
        String username = "recovered-" + UUID.randomUUID() + "@corp.example";

        start(username, Optional.empty(), Optional.of(RECOVERY));

        Account recovered = passwords.check(username, RECOVERY).orElseThrow();
        assertThat(recovered.roles()).containsExactly("admin");
        assertThat(recovered.email()).isEqualTo(username);
    }

    @Test
    void restartWithTheSamePasswordKeepsSessions() throws InterruptedException {
        String username = "recovered-" + UUID.randomUUID();
        start(username, Optional.empty(), Optional.of(RECOVERY));
        Signet.Tokens session = Signet.login(username, RECOVERY);

        start(username, Optional.empty(), Optional.of(RECOVERY));

        Signet.me(session.access()).then().statusCode(200);
    }

    @Test
    void serviceAccountIsNotRecovered() throws InterruptedException {
        String username = "job-" + UUID.randomUUID();
        accounts.create(new NewAccount(AccountKind.SERVICE, username, null, false, Set.of(), true, null, null), null);

        assertThatThrownBy(() -> start(username, Optional.empty(), Optional.of(RECOVERY)))
                .hasMessage(
                        "signet.admin.username (environment variable SIGNET_ADMIN_USERNAME) does not name an account that"
                                + " can be recovered: password is not allowed for a service account.");
    }

    @Test
    void ineffectiveFirstPasswordIsLogged() throws InterruptedException {
        TestUser user = Signet.createUser("admin");

        start(user.username(), Optional.of(Signet.PASSWORD), Optional.empty());
        assertThat(log.text()).isEmpty();

        start(user.username(), Optional.of("another passphrase"), Optional.empty());
        assertThat(log.text())
                .contains("SIGNET_ADMIN_PASSWORD")
                .contains("has no effect")
                .doesNotContain("another passphrase");
        assertThat(passwords.check(user.username(), Signet.PASSWORD)).isPresent();
    }

    @Test
    void failedCheckOfTheFirstPasswordIsLogged() throws InterruptedException {
        start(new FailingConfig(), Optional.empty());

        assertThat(log.text())
                .contains("WARN")
                .contains("Cannot check whether signet.admin.password has an effect: no username");
    }

    private void start(String username, Optional<String> password, Optional<String> recovery)
            throws InterruptedException {
        record Config(String username, Optional<String> password, Path passwordFile) implements AdminConfig {}
        start(new Config(username, password, Path.of("unused")), recovery);
    }

    private void start(AdminConfig config, Optional<String> recovery) throws InterruptedException {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        try {
            new AdministratorRecovery(
                            accounts, administration, passwords, factors, passkeys, config, () -> recovery, executor)
                    .onStart(new StartupEvent());
        } finally {
            executor.shutdown();
        }
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private static final class FailingConfig implements AdminConfig {

        @Override
        public String username() {
            throw new IllegalStateException("no username");
        }

        @Override
        public Optional<String> password() {
            return Optional.of(Signet.PASSWORD);
        }

        @Override
        public Path passwordFile() {
            return Path.of("unused");
        }
    }

    private static final class Log extends Handler {

        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().format(entry));
        }

        String text() {
            return String.join("\n", List.copyOf(lines));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
