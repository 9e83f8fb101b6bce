package dev.signet.tokens.notbefore;

import dev.signet.clients.Scope;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.installation.TestInstallation;
import dev.signet.tokens.access.IssuedTokens;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.Authorization;
import dev.signet.tokens.grant.Grant;
import dev.signet.tokens.grant.SessionOptions;
import dev.signet.tokens.session.TokenService;
import dev.signet.web.caller.ClientOrigin;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Race between a login and a not-before instant, whose transactions do not see each other. */
@QuarkusTest
@OnBothStacks
class NotBeforeRaceTest {

    @Inject
    TokenService tokens;

    @Inject
    NotBefore notBefore;

    @Test
    void sessionOpenedDuringNotBeforeEndsSoonAfterwards() throws Exception {
        TestUser user = Signet.createUser();
        CountDownLatch opened = new CountDownLatch(1);
        CountDownLatch set = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<IssuedTokens> login =
                    thread.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                        IssuedTokens issued = tokens.issue(grant(user)).orElseThrow();
                        opened.countDown();
                        set.await();
                        return issued;
                    }));
            opened.await();
            Signet.adminRequest()
                    .post("/admin/accounts/" + user.id() + "/not-before")
                    .then()
                    .statusCode(200);
            set.countDown();

            String accessToken = login.get().access().value();

            await().until(() -> Signet.me(accessToken).statusCode() == 401);
            assertThat(Signet.refresh(login.get().requiredRefreshToken()).statusCode())
                    .isEqualTo(401);
        } finally {
            set.countDown();
            thread.shutdownNow();
        }
    }

    @Test
    void loginBeforeInstantIssuesNoTokens() {
        TestUser user = Signet.createUser();
        Grant grant = grant(user);

        Signet.adminRequest()
                .post("/admin/accounts/" + user.id() + "/not-before")
                .then()
                .statusCode(200);

        assertThat(tokens.issue(grant)).isEqualTo(Optional.empty());
        assertThat(tokens.issue(grant(user))).isPresent();
        assertThat(notBefore.allows(UUID.fromString(user.id()), Instant.now())).isTrue();
    }

    private static Grant grant(TestUser user) {
        return new Grant(
                UUID.randomUUID(),
                new Authorization(
                        UUID.fromString(user.id()),
                        "signet",
                        List.of(TestInstallation.ISSUER),
                        Scope.ofText("profile"),
                        new AuthenticationContext("aal1", List.of("pwd"), Instant.now())),
                new ClientOrigin("127.0.0.1", null),
                SessionOptions.LOGIN);
    }
}
