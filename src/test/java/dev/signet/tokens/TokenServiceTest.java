package dev.signet.tokens;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.support.OnBothStacks;
import dev.signet.support.Signet;
import dev.signet.support.Signet.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class TokenServiceTest {

    @Inject
    TokenService tokens;

    @Inject
    AccountService accounts;

    @Test
    void accountDisabledBetweenPasswordAndTokensGetsNone() {
        Person person = Signet.person();
        Account checked =
                accounts.mayReceiveTokens(UUID.fromString(person.id())).orElseThrow();
        Grant grant = new Grant(
                UUID.randomUUID(),
                checked.id(),
                "signet",
                List.of("http://localhost:8080"),
                "profile",
                "aal1",
                List.of("pwd"),
                Instant.now(),
                "127.0.0.1",
                null,
                SessionTerms.LOGIN);
        assertThat(tokens.issue(grant)).isPresent();
        Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(Map.of("enabled", false))
                .patch("/admin/accounts/" + person.id())
                .then()
                .statusCode(200);

        assertThat(tokens.issue(grant)).isEmpty();
    }
}
