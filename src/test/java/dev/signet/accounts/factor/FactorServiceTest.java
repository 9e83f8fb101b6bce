package dev.signet.accounts.factor;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.NewAccount;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.InstallationKey;
import dev.signet.support.SettableClock;
import dev.signet.support.accounts.Authenticator;
import dev.signet.support.accounts.Signet;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@OnBothStacks
class FactorServiceTest {

    @Inject
    FactorService factors;

    @Inject
    AccountService accounts;

    @Inject
    TotpEnrolmentRepository enrolments;

    @Inject
    TotpRepository totps;

    @Inject
    TotpSeal seal;

    @Inject
    OtpauthUri uri;

    @Inject
    TotpEnrolments service;

    @Inject
    FactorConfig config;

    @Inject
    InstallationKey installation;

    @Inject
    SecureRandom random;

    @Inject
    DataSource database;

    private record Enrolled(UUID account, String secret, Authenticator authenticator, List<String> recoveryCodes) {}

    @Test
    void concurrentRequestsUseACodeOnce() throws Exception {
        Enrolled enrolled = enrolled();
        PresentedFactor code = otp(enrolled.authenticator().next());

        assertThat(acceptedOf100(() -> factors.accept(enrolled.account(), code)))
                .isEqualTo(1);
    }

    @Test
    void concurrentRequestsUseARecoveryCodeOnce() throws Exception {
        Enrolled enrolled = enrolled();
        PresentedFactor code = recoveryCode(enrolled.recoveryCodes().get(3));

        assertThat(acceptedOf100(() -> factors.accept(enrolled.account(), code)))
                .isEqualTo(1);
        assertThat(factors.list(enrolled.account()).recoveryCodesLeft()).isEqualTo(9);
    }

    @Test
    void concurrentReplacementsLeaveTenRecoveryCodes() throws Exception {
        Enrolled enrolled = enrolled();

        acceptedOf100(() -> factors.replaceRecoveryCodes(enrolled.account()).isEmpty());

        assertThat(factors.list(enrolled.account()).recoveryCodesLeft()).isEqualTo(10);
    }

    @Test
    void concurrentEnrolmentsLeaveOneFactorAndTenCodes() throws Exception {
        Enrolled enrolled = enrolled();

        acceptedOf100(() -> {
            try {
                Authenticator fresh =
                        new Authenticator(factors.enrol(enrolled.account()).secret());
                factors.confirm(enrolled.account(), otp(fresh.next()), null);
                return true;
            } catch (ServiceException e) {
                // Another enrolment replaced the secret of this one, or was confirmed before or at the same time. The
                // order of the threads decides which error is reported.
                assertThat(e.code()).isIn(ErrorCode.CONFLICT, ErrorCode.NOT_FOUND, ErrorCode.INVALID_CREDENTIALS);
                return false;
            }
        });

        assertThat(factors.list(enrolled.account()).items()).hasSize(1);
        assertThat(factors.list(enrolled.account()).recoveryCodesLeft()).isEqualTo(10);
    }

    @Test
    void recoveryCodeUnlocksAuthenticatorAfterTooManyFailures() {
        Enrolled enrolled = enrolled();
        for (int i = 0; i < 100; i++) {
            assertThat(factors.accept(
                            enrolled.account(), otp(enrolled.authenticator().wrong())))
                    .isFalse();
        }

        assertThat(factors.accept(
                        enrolled.account(), otp(enrolled.authenticator().next())))
                .isFalse();
        assertThat(factors.list(enrolled.account()).items().get(0).locked()).isTrue();
        assertThat(locksRecorded(enrolled.account())).isEqualTo(1);
        assertThat(factors.accept(
                        enrolled.account(),
                        recoveryCode(enrolled.recoveryCodes().get(0))))
                .isTrue();
        assertThat(factors.accept(
                        enrolled.account(), otp(enrolled.authenticator().next())))
                .isTrue();
    }

    @Test
    void rightCodeResetsFailureCount() {
        Enrolled enrolled = enrolled();
        for (int i = 0; i < 99; i++) {
            factors.accept(enrolled.account(), otp(enrolled.authenticator().wrong()));
        }
        assertThat(factors.accept(
                        enrolled.account(), otp(enrolled.authenticator().next())))
                .isTrue();
        factors.accept(enrolled.account(), otp(enrolled.authenticator().wrong()));

        assertThat(factors.accept(
                        enrolled.account(), otp(enrolled.authenticator().next())))
                .isTrue();
    }

    @Test
    void enrolmentExpires() {
        UUID account = createUser();
        SettableClock clock = SettableClock.atNow();
        TotpEnrolments withClock = new TotpEnrolments(enrolments, totps, seal, uri, config, clock, random);
        String secret = withClock.begin(account, "somebody").secret();
        clock.advance(config.enrolmentTtl());

        assertThatThrownBy(() -> withClock.check(account, new Authenticator(secret).next()))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void secretsAreNotStoredInPlainText() throws Exception {
        Enrolled enrolled = enrolled();
        String stored = column("sealed_secret", "totp_factor", enrolled.account())
                + column("code_mac", "recovery_code", enrolled.account());
        UUID waiting = createUser();
        String pending = factors.enrol(waiting).secret();
        stored += column("sealed_secret", "totp_enrolment", waiting);

        assertThat(stored).doesNotContain(raw(enrolled.secret())).doesNotContain(raw(pending));
        for (String code : enrolled.recoveryCodes()) {
            assertThat(stored).doesNotContain(code).doesNotContain(code.replace("-", ""));
        }
    }

    @Test
    void sealedSecretIsBoundToItsAccount() {
        UUID factor = UUID.randomUUID();
        UUID account = UUID.randomUUID();
        byte[] secret = new byte[Totp.SECRET_BYTES];
        byte[] sealed = new TotpSeal(installation, random).encrypt(secret, account, factor);

        assertThat(seal.decrypt(sealed, account, factor)).isEqualTo(secret);
        assertThatThrownBy(() -> seal.decrypt(sealed, UUID.randomUUID(), factor))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void expiredEnrolmentsAreRemoved() throws Exception {
        UUID account = createUser();
        SettableClock clock = SettableClock.atNow();
        clock.advance(config.enrolmentTtl().plus(Duration.ofSeconds(1)).negated());
        new TotpEnrolments(enrolments, totps, seal, uri, config, clock, random).begin(account, "somebody");
        assertThat(column("sealed_secret", "totp_enrolment", account)).isNotEmpty();

        Sweep.table("totp_enrolment");

        assertThat(column("sealed_secret", "totp_enrolment", account)).isEmpty();
    }

    private UUID createUser() {
        Account account =
                accounts.create(NewAccount.user("person-" + UUID.randomUUID(), "a rather long pass phrase"), null);
        return account.id();
    }

    private Enrolled enrolled() {
        UUID account = createUser();
        String secret = factors.enrol(account).secret();
        Authenticator authenticator = new Authenticator(secret);
        return new Enrolled(account, secret, authenticator, factors.confirm(account, otp(authenticator.next()), null));
    }

    private static int acceptedOf100(Callable<Boolean> attempt) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try {
            int accepted = 0;
            for (Future<Boolean> text : pool.invokeAll(Collections.nCopies(100, attempt))) {
                accepted += text.get() ? 1 : 0;
            }
            return accepted;
        } finally {
            pool.shutdownNow();
        }
    }

    private static long locksRecorded(UUID account) {
        List<String> subjects = Signet.bearer(Signet.admin().access())
                .get("/admin/events?limit=200&type=factor.locked")
                .path("items.subject");
        return subjects.stream().filter(account.toString()::equals).count();
    }

    /** Returns all values of a column for one account as Latin-1, in which every byte is a character. */
    private String column(String column, String table, UUID account) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select " + column + " from " + table + " where account_id = ?")) {
            query.setObject(1, account);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.append(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }

    private static String raw(String base32) {
        return new String(Authenticator.decode(base32), StandardCharsets.ISO_8859_1);
    }

    private static PresentedFactor otp(String code) {
        return PresentedFactor.ofOtp(code);
    }

    private static PresentedFactor recoveryCode(String code) {
        return PresentedFactor.of(null, code).orElseThrow();
    }
}
