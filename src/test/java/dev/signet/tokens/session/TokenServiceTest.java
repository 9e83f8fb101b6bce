package dev.signet.tokens.session;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.clients.Scope;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.Authorization;
import dev.signet.tokens.grant.Grant;
import dev.signet.tokens.grant.SessionOptions;
import dev.signet.tokens.grant.TokenOptions;
import dev.signet.web.caller.ClientOrigin;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@OnBothStacks
class TokenServiceTest {

    @Inject
    TokenService tokens;

    @Inject
    AccountService accounts;

    @Test
    void accountDisabledAfterPasswordCheckReceivesNoTokens() {
        TestUser user = Signet.createUser();
        Account checked = accounts.findActive(UUID.fromString(user.id())).orElseThrow();
        Grant grant = new Grant(
                UUID.randomUUID(),
                new Authorization(
                        checked.id(),
                        "signet",
                        List.of("http://localhost:8080"),
                        Scope.ofText("profile"),
                        new AuthenticationContext("aal1", List.of("pwd"), Instant.now())),
                new ClientOrigin("127.0.0.1", null),
                SessionOptions.LOGIN);
        assertThat(tokens.issue(grant)).isPresent();
        Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(Map.of("enabled", false))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);

        assertThat(tokens.issue(grant)).isEmpty();
    }

    @Test
    void tokensAreRevokedIfAccountIsDisabledDuringExchange() throws Exception {
        TestUser user = Signet.createUser();
        Grant grant = new Grant(
                UUID.randomUUID(),
                new Authorization(
                        UUID.fromString(user.id()),
                        "a-client",
                        List.of("http://localhost:8080"),
                        Scope.ofText("profile"),
                        new AuthenticationContext("aal1", List.of("swk"), Instant.now())),
                new ClientOrigin("127.0.0.1", null),
                new SessionOptions(false, null, null, TokenOptions.AS_CONFIGURED, EventType.SESSION_OPENED));
        CountDownLatch issued = new CountDownLatch(1);
        CountDownLatch disabled = new CountDownLatch(1);
        String admin = Signet.admin().access();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<String> token =
                    thread.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                        String value =
                                tokens.issue(grant).orElseThrow().access().value();
                        issued.countDown();
                        // Long enough for a change that does not wait for this transaction, and short for one that
                        // waits.
                        disabled.await(500, TimeUnit.MILLISECONDS);
                        return value;
                    }));
            issued.await();

            Signet.bearer(admin)
                    .contentType(ContentType.JSON)
                    .body(Map.of("enabled", false))
                    .patch("/admin/accounts/" + user.id())
                    .then()
                    .statusCode(200);
            disabled.countDown();

            Signet.verify(token.get()).then().body("active", equalTo(false));
        } finally {
            disabled.countDown();
            thread.shutdownNow();
        }
    }
}
