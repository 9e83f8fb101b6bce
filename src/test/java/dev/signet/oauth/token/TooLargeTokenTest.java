package dev.signet.oauth.token;

import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.IssuedCode;
import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.mail.SmtpSink;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static dev.signet.support.oauth.TokenLimit.LIMIT;
import static dev.signet.support.oauth.TokenLimit.claims;
import static dev.signet.support.oauth.TokenLimit.requireRecorded;
import static dev.signet.support.oauth.TokenLimit.requireTooLarge;
import static dev.signet.support.oauth.TokenLimit.setClaims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** Tokens that exceed the length limit: they are not issued, and nothing is consumed for them. */
@QuarkusTest
@OnBothStacks
class TooLargeTokenTest {

    // signet.login.pending.attempts
    private static final int ATTEMPTS = 5;

    // The administration API does not accept as many roles for an account.
    private static final int LONG_ROLES = 150;

    @Inject
    AuthorizationCodes codes;

    @Inject
    DataSource database;

    @AfterEach
    void removeLongRoles() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from account_role where role like 'too-long-%'");
            statement.executeUpdate("delete from role where name like 'too-long-%'");
        }
    }

    @Test
    void tooLargeAccessTokenLeavesCodeUnused() {
        TestClient web = IssuedCode.webClient();
        TestUser user = Signet.createUser();
        IssuedCode code = IssuedCode.of(codes, web, user, "openid");
        setClaims(web, claims("access_token", LIMIT));

        requireTooLarge(code.redeem(), "access token");
        requireTooLarge(code.redeem(), "access token");

        requireRecorded("subject", user.id());
        requireRecorded("client_id", web.id());
        setClaims(web, null);
        code.redeem().then().statusCode(200);
    }

    @Test
    void tooLargeIdTokenLeavesCodeUnused() {
        TestClient web = IssuedCode.webClient();
        IssuedCode code = IssuedCode.of(codes, web, Signet.createUser(), "openid");
        setClaims(web, claims("id_token", LIMIT));

        requireTooLarge(code.redeem(), "ID Token");

        setClaims(web, null);
        code.redeem().then().statusCode(200);
    }

    @Test
    void tooLargeTokensLeaveRefreshTokenUnused() {
        for (String place : List.of("access_token", "id_token")) {
            TestClient web = IssuedCode.webClient();
            String refreshToken = IssuedCode.of(codes, web, Signet.createUser(), "openid offline_access")
                    .redeem()
                    .path("refresh_token");
            setClaims(web, claims(place, LIMIT));

            requireTooLarge(tokenRequest(web).refresh(refreshToken).send(), "oken");
            requireTooLarge(tokenRequest(web).refresh(refreshToken).send(), "oken");

            setClaims(web, claims(place, 4_000));
            String second = tokenRequest(web)
                    .refresh(refreshToken)
                    .send()
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("refresh_token");
            setClaims(web, null);
            tokenRequest(web).refresh(second).send().then().statusCode(200);
        }
    }

    @Test
    void longRolesAreRefreshedAndReplayIsDetected() {
        TestUser user = Signet.createUser();
        Signet.Tokens first = user.login();
        String[] roles = IntStream.range(0, 30)
                .mapToObj(i -> "role-" + i + "-" + "x".repeat(50))
                .toArray(String[]::new);
        for (String role : roles) {
            Signet.adminRequest().body(Map.of("name", role)).post("/admin/roles");
        }
        Signet.adminRequest()
                .body(roles)
                .put("/admin/accounts/" + user.id() + "/roles")
                .then()
                .statusCode(200);

        Signet.Tokens second = Signet.tokens(Signet.refresh(first.refresh()));
        Signet.Tokens third = Signet.tokens(Signet.refresh(second.refresh()));

        assertThat(OAuth.claims(third.access()).get("groups")).hasSize(30);
        Signet.refresh(first.refresh()).then().statusCode(401);
        Signet.refresh(third.refresh()).then().statusCode(401);
    }

    @Test
    void tooLargeAccessTokenLeavesSignInLinkUnused() throws SQLException {
        try (SmtpSink sink = SmtpSink.start()) {
            MailUser mailUser = MailUser.create();
            String link = mailUser.token(sink, "sign-in");
            insertLongRoles(mailUser.user());

            requireLoginTooLarge(MailUser.use(link, Map.of()));
            requireLoginTooLarge(MailUser.use(link, Map.of()));

            requireRecorded("subject", mailUser.user().id());
            removeLongRoles();
            MailUser.use(link, Map.of()).then().statusCode(200);
        }
    }

    @Test
    void tooLargeAccessTokenLeavesPendingLoginAndOneTimeCodeUnused() throws SQLException {
        SecondFactor factor = SecondFactor.enrolled();
        String mfaToken = factor.mfaToken();
        String otp = factor.authenticator().next();
        insertLongRoles(factor.user());

        for (int i = 0; i < 2 * ATTEMPTS; i++) {
            requireLoginTooLarge(SecondFactor.finish(mfaToken, otp));
        }
        requireLoginTooLarge(factor.login(otp));

        requireRecorded("subject", factor.user().id());
        removeLongRoles();
        SecondFactor.finish(mfaToken, otp).then().statusCode(200);
    }

    private static void requireLoginTooLarge(Response response) {
        assertProblem(response, 400, "token_too_large").body("detail", containsString("the limit is " + LIMIT));
    }

    // The version of the account remains: a change by an administrator would end the link and the pending login.
    private void insertLongRoles(TestUser user) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement role = connection.prepareStatement(
                        "insert into role (name, created_at) values (?, current_timestamp)");
                PreparedStatement assigned =
                        connection.prepareStatement("insert into account_role (account_id, role) values (?, ?)")) {
            for (int i = 0; i < LONG_ROLES; i++) {
                String name = "too-long-%03d-%s".formatted(i, "x".repeat(51));
                role.setString(1, name);
                role.executeUpdate();
                assigned.setObject(1, UUID.fromString(user.id()));
                assigned.setString(2, name);
                assigned.executeUpdate();
            }
        }
    }
}
