package dev.signet.tokens;

import dev.signet.support.OnBothStacks;
import dev.signet.support.Signet;
import dev.signet.support.Signet.Person;
import dev.signet.support.TestClient;
import dev.signet.support.TestInstallation;
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

/** A session whose transaction is under way while an instant is set: neither sees the other. */
@QuarkusTest
@OnBothStacks
class NotBeforeRaceTest {

    @Inject
    TokenService tokens;

    @Inject
    NotBefore notBefore;

    @Test
    void sessionThatWasBeingOpenedEndsSoonAfter() throws Exception {
        Person person = Signet.person();
        CountDownLatch opened = new CountDownLatch(1);
        CountDownLatch set = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<IssuedTokens> login =
                    thread.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                        IssuedTokens issued = tokens.issue(grant(person)).orElseThrow();
                        opened.countDown();
                        set.await();
                        return issued;
                    }));
            opened.await();
            TestClient.admin()
                    .post("/admin/accounts/" + person.id() + "/not-before")
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
    void loginFromBeforeGivesNothingAfter() {
        Person person = Signet.person();
        Grant grant = grant(person);

        TestClient.admin()
                .post("/admin/accounts/" + person.id() + "/not-before")
                .then()
                .statusCode(200);

        assertThat(tokens.issue(grant)).isEqualTo(Optional.empty());
        assertThat(tokens.issue(grant(person))).isPresent();
        assertThat(notBefore.excludes(UUID.fromString(person.id()), Instant.now()))
                .isFalse();
    }

    private static Grant grant(Person person) {
        return new Grant(
                UUID.randomUUID(),
                UUID.fromString(person.id()),
                "signet",
                List.of(TestInstallation.ISSUER),
                "profile",
                "aal1",
                List.of("pwd"),
                Instant.now(),
                "127.0.0.1",
                null,
                SessionTerms.LOGIN);
    }
}
