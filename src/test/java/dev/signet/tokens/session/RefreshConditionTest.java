package dev.signet.tokens.session;

import dev.signet.accounts.AccountService;
import dev.signet.database.SqlStatement;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.tokens.grant.TokenOptions;
import dev.signet.tokens.refresh.RefreshRequest;
import dev.signet.tokens.refresh.RefreshToken;
import dev.signet.tokens.refresh.RefreshTokenMac;
import dev.signet.tokens.refresh.RefreshTokenReplacement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** The condition under which a refresh token may be used: the same in SQL and in Java. */
@QuarkusTest
@OnBothStacks
class RefreshConditionTest {

    private record Presented(RefreshTokenReplacement replacement, Instant now) {}

    private static final SqlStatement<Presented> MATCHING = SqlStatement.<Presented>of(
                    "select count(*) from session where ")
            .append(Session.refreshableCondition(Presented::replacement, Presented::now));

    @Inject
    EntityManager entities;

    @Inject
    SessionRepository sessions;

    @Inject
    AccountService accounts;

    @Inject
    RefreshTokenMac mac;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                // session                                  | client | key   | may be refreshed
                "generation = generation                    | signet | none  | true",
                "generation = generation                    | signet | a-key | true",
                "generation = generation                    | other  | none  | false",
                "idle_expires_at = :later | signet | none  | true",
                "idle_expires_at = :now                     | signet | none  | false",
                "ended_at = :now                            | signet | none  | false",
                "dpop_jkt = 'a-key'                         | signet | a-key | true",
                "dpop_jkt = 'a-key'                         | signet | b-key | false",
                "dpop_jkt = 'a-key'                         | signet | none  | false",
                "generation = generation + 1                | signet | none  | false",
                "current_hash = null                         | signet | none  | false",
            })
    void sqlAndJavaAgree(String session, String clientId, String keyThumbprint, boolean expected) {
        RefreshToken token = issued(Signet.createUser());
        change("update session set " + session + " where id = :id", token.family());

        assertMayBeRefreshed(token, clientId, keyThumbprint, expected);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, true", "DISABLED, false"})
    void sqlAndJavaAgreeOnAccounts(String status, boolean expected) {
        TestUser user = Signet.createUser();
        RefreshToken token = issued(user);
        change("update account set status = '" + status + "' where id = :id", UUID.fromString(user.id()));

        assertMayBeRefreshed(token, "signet", null, expected);
    }

    private void assertMayBeRefreshed(RefreshToken token, String clientId, String keyThumbprint, boolean expected) {
        TokenOptions configured = TokenOptions.AS_CONFIGURED;
        TokenOptions options = new TokenOptions(configured.settings(), keyThumbprint, configured.downscope());
        RefreshTokenReplacement replacement = new RefreshTokenReplacement(
                token,
                token.replacement(mac, new SecureRandom()),
                new byte[0],
                new RefreshRequest(token.value(), clientId, options, tokens -> {}));
        QuarkusTransaction.requiringNew().run(() -> {
            Number rows = (Number) MATCHING.createQuery(entities, new Presented(replacement, now))
                    .getSingleResult();
            Session session = sessions.findById(token.family());

            assertThat(rows.intValue()).as("rows in SQL").isEqualTo(expected ? 1 : 0);
            assertThat(session.isRefreshableBy(replacement, now)
                            && session.hasCurrent(replacement)
                            && accounts.findActive(session.accountId).isPresent())
                    .as("condition in Java")
                    .isEqualTo(expected);
        });
    }

    private RefreshToken issued(TestUser user) {
        return Objects.requireNonNull(RefreshToken.parse(user.login().refresh(), mac));
    }

    private void change(String update, UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            Query query = entities.createNativeQuery(update).setParameter("id", id);
            if (update.contains(":now")) {
                query.setParameter("now", now);
            }
            if (update.contains(":later")) {
                query.setParameter("later", now.plus(1, ChronoUnit.MICROS));
            }
            assertThat(query.executeUpdate()).isEqualTo(1);
        });
    }
}
