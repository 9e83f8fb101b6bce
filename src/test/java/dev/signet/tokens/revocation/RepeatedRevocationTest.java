package dev.signet.tokens.revocation;

import dev.signet.database.AfterCommit;
import dev.signet.database.DatabaseClock;
import dev.signet.jose.VerifiedJwt;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.ring.KeyRing;
import dev.signet.support.accounts.Signet;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import dev.signet.tokens.access.AccessTokenVerifier;
import dev.signet.tokens.status.SetEntries;
import dev.signet.tokens.status.TokenStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static dev.signet.support.oauth.OAuth.revocationRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;

/** Repeated revocation of an identity, as this node, a restarted node and other nodes apply it. */
@QuarkusTest
@OnBothStacks
class RepeatedRevocationTest {

    @Inject
    Revocations revocations;

    @Inject
    RevocationRepository repository;

    @Inject
    AccessTokenVerifier verifier;

    @Inject
    AfterCommit afterCommit;

    @Inject
    DatabaseClock databaseClock;

    @Inject
    KeyRing keys;

    @Inject
    TokenStatus status;

    @Inject
    SetEntries setEntries;

    @Inject
    KeySchedule schedule;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    @ParameterizedTest
    @EnumSource
    void laterRevocationExtendsEarlierOne(RevocationKind kind) throws SQLException {
        String identity = UUID.randomUUID().toString();
        revocations.revoke(kind, identity);
        Instant before = clock.instant();
        age(kind, identity, before.minus(Duration.ofHours(2)), before.minusSeconds(1));

        revocations.revoke(kind, identity);

        List<Revocation> increment = recordedSince(before.minus(Duration.ofHours(1)), kind, identity);
        assertThat(increment).hasSize(1);
        assertThat(increment.get(0).expiresAt).isAfter(before.plus(schedule.longestTokenLife()));
        assertThat(Sweep.table("revocation")).isNotNegative();
        assertThat(recordedSince(Instant.EPOCH, kind, identity)).hasSize(1);
    }

    @Test
    void earlierRevocationNeverShortensLaterOne() {
        RevokedIdentities revoked = new RevokedIdentities();
        Instant now = clock.instant();

        revoked.add("sid", "a", now.plusSeconds(60));
        revoked.add("sid", "a", now.plusSeconds(10));
        revoked.removeExpired(now.plusSeconds(30));

        assertThat(revoked.contains("sid", "a")).isTrue();
    }

    @Test
    void recreatedClientKeepsTokensAndFormerTokensStayRevoked() {
        String id = "again-" + UUID.randomUUID();
        VerifiedJwt first = tokenOf(register(id));
        delete(id);
        VerifiedJwt second = tokenOf(register(id));

        assertThat(revocations.isRevoked(first)).isTrue();
        assertThat(revocations.isRevoked(second)).isFalse();
        Revocations afterFirst = restarted();
        assertThat(afterFirst.isRevoked(first)).isTrue();
        assertThat(afterFirst.isRevoked(second)).isFalse();

        delete(id);
        VerifiedJwt third = tokenOf(register(id));

        Revocations afterSecond = restarted();
        afterFirst.load();
        for (Revocations node : List.of(revocations, afterFirst, afterSecond)) {
            assertThat(node.isRevoked(first)).isTrue();
            assertThat(node.isRevoked(second)).isTrue();
            assertThat(node.isRevoked(third)).isFalse();
        }
    }

    @Test
    void concurrentRevocationsOfOneTokenSucceed() throws Exception {
        TestClient client = register("twice-" + UUID.randomUUID());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 10; round++) {
                String token = tokenRequest(client).clientCredentials().accessToken();
                Callable<Integer> revoke =
                        () -> revocationRequest(client, token).send().statusCode();
                for (Future<Integer> response : threads.invokeAll(List.of(revoke, revoke, revoke, revoke))) {
                    assertThat(response.get()).isEqualTo(200);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Revocations restarted() {
        Revocations node =
                new Revocations(repository, afterCommit, databaseClock, keys, status, setEntries, schedule, clock);
        node.load();
        return node;
    }

    private VerifiedJwt tokenOf(TestClient client) {
        return verifier.verifyForOthers(tokenRequest(client).clientCredentials().accessToken())
                .orElseThrow();
    }

    private static TestClient register(String id) {
        return OAuth.machine("orders:read", Map.of("client_id", id));
    }

    private static void delete(String id) {
        Signet.adminRequest().delete("/admin/clients/" + id).then().statusCode(204);
    }

    private List<Revocation> recordedSince(Instant instant, RevocationKind kind, String identity) {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository.recordedSince(instant).stream()
                        .filter(row -> row.kind.equals(kind.column()) && row.identity.equals(identity))
                        .toList());
    }

    private void age(RevocationKind kind, String identity, Instant revokedAt, Instant expiresAt) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update revocation set revoked_at = ?, expires_at = ? where kind = ? and identity = ?")) {
            statement.setTimestamp(1, Timestamp.from(revokedAt));
            statement.setTimestamp(2, Timestamp.from(expiresAt));
            statement.setString(3, kind.column());
            statement.setString(4, identity);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
