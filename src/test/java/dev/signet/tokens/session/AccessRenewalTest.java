package dev.signet.tokens.session;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.clients.Scope;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.tokens.access.DefaultAudience;
import dev.signet.tokens.access.IssuedTokens;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.Authorization;
import dev.signet.tokens.grant.Grant;
import dev.signet.tokens.grant.SessionOptions;
import dev.signet.web.caller.ClientOrigin;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Renewal of access tokens: only in a session that was opened for it, and never beyond its absolute limit. */
@QuarkusTest
@OnBothStacks
class AccessRenewalTest {

    private static final String CLIENT = "signet";

    @Inject
    TokenService tokens;

    @Inject
    AccessRenewal renewal;

    @Inject
    AccountService accounts;

    @Inject
    DefaultAudience audience;

    @Inject
    DataSource database;

    @Test
    void renewalExtendsSessionUpToItsLimit() throws SQLException {
        IssuedTokens opened = open(SessionOptions.LOGIN_BY_ACCESS_TOKEN);
        UUID session = opened.sessionGrant().sessionId();
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        set(session, "expires_at", limit);

        assertThat(opened.refreshToken()).isNull();
        assertThat(renewal.renew(opened.access().value(), CLIENT)).isPresent();
        assertThat(idleExpiry(session)).isBetween(limit.minusSeconds(1), limit.plusSeconds(1));

        set(session, "idle_expires_at", Instant.now().minusSeconds(1));
        assertThat(renewal.renew(opened.access().value(), CLIENT)).isEmpty();
    }

    @Test
    void sessionWithRefreshTokensIsNotRenewed() throws SQLException {
        IssuedTokens opened = open(SessionOptions.LOGIN);
        Instant before = idleExpiry(opened.sessionGrant().sessionId());

        assertThat(renewal.renew(opened.access().value(), CLIENT)).isEmpty();

        assertThat(idleExpiry(opened.sessionGrant().sessionId())).isEqualTo(before);
    }

    @Test
    void tokenOfAnotherClientIsNotRenewed() {
        IssuedTokens opened = open(SessionOptions.LOGIN_BY_ACCESS_TOKEN);

        assertThat(renewal.renew(opened.access().value(), "another")).isEmpty();
        assertThat(renewal.renew("garbage", CLIENT)).isEmpty();
    }

    private IssuedTokens open(SessionOptions sessionOptions) {
        TestUser user = Signet.createUser();
        Account account = accounts.findActive(UUID.fromString(user.id())).orElseThrow();
        return tokens.issue(new Grant(
                        UUID.randomUUID(),
                        new Authorization(
                                account.id(),
                                CLIENT,
                                List.of(audience.value()),
                                Scope.ofText("profile"),
                                new AuthenticationContext("aal1", List.of("pwd"), Instant.now())),
                        new ClientOrigin("127.0.0.1", null),
                        sessionOptions))
                .orElseThrow();
    }

    private void set(UUID session, String column, Instant value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update session set " + column + " = ? where id = ?")) {
            update.setTimestamp(1, Timestamp.from(value));
            update.setObject(2, session);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private Instant idleExpiry(UUID session) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select idle_expires_at from session where id = ?")) {
            query.setObject(1, session);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getTimestamp(1).toInstant();
            }
        }
    }
}
