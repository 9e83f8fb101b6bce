package dev.signet.accounts;

import dev.signet.accounts.name.EmailAddress;
import dev.signet.support.accounts.Signet;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Expiry, order and removal of stored former e-mail addresses. */
@QuarkusTest
@OnBothStacks
class FormerEmailRepositoryTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @Inject
    FormerEmailRepository repository;

    private UUID account;

    @BeforeEach
    void createAccount() {
        account = UUID.fromString(Signet.createUser().id());
    }

    @Test
    void formerEmailIsLiveUntilItExpires() {
        keep("a@example.com", 1, NOW);

        assertThat(isLive("a@example.com", NOW.minusMillis(1))).isTrue();
        assertThat(isLive("a@example.com", NOW)).isFalse();
        assertThat(isLive("b@example.com", NOW.minusMillis(1))).isFalse();
    }

    @Test
    void laterChangeFromSameEmailExtendsExpiry() {
        keep("a@example.com", 1, NOW);
        keep("b@example.com", 2, NOW);
        keep("A@example.com", 3, NOW.plusSeconds(9));

        assertThat(isLive("a@example.com", NOW.plusSeconds(8))).isTrue();
        assertThat(removeSince("a@example.com")).isTrue();
        assertThat(isLive("b@example.com", NOW.minusSeconds(1))).isFalse();
    }

    @Test
    void restoredEmailEndsLaterOnesAndKeepsEarlierOnes() {
        keep("a@example.com", 1, NOW);
        keep("b@example.com", 2, NOW);
        keep("c@example.com", 3, NOW);

        assertThat(removeSince("b@example.com")).isTrue();

        assertThat(isLive("a@example.com", NOW.minusSeconds(1))).isTrue();
        assertThat(isLive("b@example.com", NOW.minusSeconds(1))).isFalse();
        assertThat(isLive("c@example.com", NOW.minusSeconds(1))).isFalse();
    }

    @Test
    void expiredFormerEmailsAreRemoved() {
        keep("a@example.com", 1, Instant.EPOCH);

        assertThat(Sweep.table("former_email", Instant.EPOCH)).isPositive();
    }

    private void keep(String email, int version, Instant expiresAt) {
        QuarkusTransaction.requiringNew()
                .run(() -> repository.store(new StoredFormerEmail(account, email, version, expiresAt)));
    }

    private boolean isLive(String email, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository
                        .findUnexpired(account, EmailAddress.key(email), now)
                        .isPresent());
    }

    private boolean removeSince(String email) {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository.removeSince(repository
                        .findUnexpired(account, EmailAddress.key(email), NOW.minusSeconds(1))
                        .orElseThrow()));
    }
}
