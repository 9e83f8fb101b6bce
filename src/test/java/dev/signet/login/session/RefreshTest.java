package dev.signet.login.session;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import static dev.signet.support.ErrorResponses.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class RefreshTest {

    @Test
    @Journey
    void rotationReturnsANewPair() {
        Tokens first = Signet.createUser().login();

        Tokens second = refreshed(first.refresh());

        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(second.access()).isNotEqualTo(first.access());
        Signet.me(second.access()).then().statusCode(200);
        Signet.me(first.access()).then().statusCode(200);
    }

    @Test
    @Journey
    void retriedRefreshReturnsTheSameTokens() {
        Tokens first = Signet.createUser().login();

        Tokens second = refreshed(first.refresh());
        Tokens retried = refreshed(first.refresh());

        assertThat(retried.refresh()).isEqualTo(second.refresh());
        Signet.me(retried.access()).then().statusCode(200);
        refreshed(second.refresh());
    }

    @Test
    @Journey
    void replayedRefreshTokenRevokesFamily() {
        Tokens first = Signet.createUser().login();
        Tokens second = refreshed(first.refresh());
        Tokens third = refreshed(second.refresh());

        assertRejected(Signet.refresh(first.refresh()));

        assertRejected(Signet.refresh(third.refresh()));
        assertProblem(Signet.me(third.access()), 401, "invalid_token");
    }

    @Test
    void veryOldRefreshTokenRevokesFamily() {
        Tokens first = Signet.createUser().login();
        Tokens latest = first;
        for (int i = 0; i < 5; i++) {
            latest = refreshed(latest.refresh());
        }

        assertRejected(Signet.refresh(first.refresh()));

        assertRejected(Signet.refresh(latest.refresh()));
    }

    @Test
    @OnBothStacks
    @Journey
    void concurrentRefreshesReturnTheSameToken() throws Exception {
        Tokens first = Signet.createUser().login();
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try {
            List<Future<Response>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(pool.submit(() -> Signet.refresh(first.refresh())));
            }
            List<Response> responses = new ArrayList<>();
            for (Future<Response> call : calls) {
                responses.add(call.get());
            }

            assertThat(responses)
                    .allSatisfy(refresh -> assertThat(refresh.statusCode()).isEqualTo(200));
            Set<String> successors = responses.stream()
                    .<String>map(refresh -> refresh.path("refresh_token"))
                    .collect(Collectors.toSet());
            assertThat(successors).hasSize(1).doesNotContain(first.refresh());
            refreshed(successors.iterator().next());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void refreshReadsCurrentRoles() {
        TestUser user = Signet.createUser();
        Tokens first = user.login();
        String admin = Signet.admin().access();
        Signet.bearer(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "auditor"))
                .post("/admin/roles");
        Signet.bearer(admin)
                .contentType(ContentType.JSON)
                .body(List.of("auditor"))
                .put("/admin/accounts/" + user.id() + "/roles")
                .then()
                .statusCode(200);

        Tokens second = refreshed(first.refresh());

        assertThat(Signet.me(second.access()).<List<String>>path("roles")).containsExactly("auditor");
    }

    @Test
    @Journey
    void disabledAccountLosesAccessAtOnce() {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();
        Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(Map.of("enabled", false))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);

        assertRejected(Signet.refresh(tokens.refresh()));
        Signet.me(tokens.access()).then().statusCode(401);
        user.loginRequest().send().then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgr_", "garbage", "sgr_AAAA", "eyJhbGciOiJub25lIn0.e30."})
    void malformedRefreshTokenIsRejected(String presented) {
        assertRejected(Signet.refresh(presented));
    }

    @Test
    void alteredRefreshTokenIsRejectedWithoutSideEffects() {
        Tokens tokens = Signet.createUser().login();
        String value = tokens.refresh();
        for (int position : new int[] {4, 20, 26, 31, 60, 91}) {
            char other = value.charAt(position) == 'A' ? 'B' : 'A';

            assertRejected(Signet.refresh(value.substring(0, position) + other + value.substring(position + 1)));
        }
        refreshed(value);
    }

    @Test
    void accessTokenIsRejectedAsRefreshToken() {
        assertRejected(Signet.refresh(Signet.createUser().login().access()));
    }

    private static Tokens refreshed(String refreshToken) {
        return Signet.tokens(
                Signet.refresh(refreshToken).then().statusCode(200).extract().response());
    }

    private static void assertRejected(Response response) {
        assertProblem(response, 401, "invalid_grant");
    }
}
