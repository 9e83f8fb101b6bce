package dev.signet.login.pending;

import dev.signet.clients.Scope;
import dev.signet.support.SettableClock;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.tokens.grant.RequestedAccess;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class PendingLoginsTest {

    private static final PendingLogin LOGIN = new PendingLogin(
            UUID.randomUUID(),
            7,
            new RequestedAccess("a client", List.of("https://a.example", "https://b.example"), Scope.ofText("x y")),
            "pwd");

    @Inject
    PendingLoginRepository repository;

    @Inject
    PendingConfig config;

    @Inject
    SecureRandom random;

    private final SettableClock clock = SettableClock.atNow();
    private PendingLogins logins;

    @BeforeEach
    void createWithSettableClock() {
        logins = new PendingLogins(repository, config, clock, random);
    }

    @Test
    @TestTransaction
    void pendingLoginKeepsRequestedAccess() {
        assertThat(logins.find(logins.open(LOGIN), "a client")).contains(LOGIN);
    }

    @Test
    @TestTransaction
    void pendingLoginWithoutAudienceKeepsNoAudience() {
        PendingLogin login =
                new PendingLogin(UUID.randomUUID(), 7, new RequestedAccess("a client", List.of(), Scope.EMPTY), "pwd");

        assertThat(logins.find(logins.open(login), "a client")).contains(login);
    }

    @Test
    @TestTransaction
    void pendingLoginIsNotFoundForAnotherClient() {
        assertThat(logins.find(logins.open(LOGIN), "another client")).isEmpty();
    }

    @Test
    void pendingLoginExpires() {
        String token = QuarkusTransaction.requiringNew().call(() -> logins.open(LOGIN));
        clock.advance(config.ttl().minusSeconds(1));
        assertThat(find(token)).isPresent();
        clock.advance(Duration.ofSeconds(1));

        assertThat(find(token)).isEmpty();
        assertThat(Sweep.table("pending_login", clock.instant())).isPositive();
        assertThat(Sweep.table("pending_login", clock.instant())).isZero();
    }

    private Optional<PendingLogin> find(String token) {
        return QuarkusTransaction.requiringNew().call(() -> logins.find(token, "a client"));
    }

    @Test
    @TestTransaction
    void attemptsAreLimitedAndTokenIsConsumedOnce() {
        String token = logins.open(LOGIN);
        for (int i = 0; i < 5; i++) {
            assertThat(logins.countAttempt(token)).isTrue();
        }

        assertThat(logins.countAttempt(token)).isFalse();
        assertThat(logins.find(token, "a client")).isEmpty();
        assertThat(logins.consume(token)).isTrue();
        assertThat(logins.consume(token)).isFalse();
    }
}
