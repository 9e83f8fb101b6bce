package dev.signet.oauth.revocation;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class GlobalRevocationTest {

    private static final String PATH = "/oauth2/global-token-revocation";
    private static final String SCOPE = "global_token_revocation";

    @Test
    @Journey
    void everySessionAndTokenOfSubjectIsRevoked() {
        String caller = caller(SCOPE);
        for (boolean opaque : new boolean[] {false, true}) {
            TestUser user = Signet.createUser();
            Tokens tokens = user.login();
            Browser browser = new Browser();
            App app = App.trusted();
            app.login(browser, user.username());
            Tokens bystander = Signet.createUser().login();

            revoke(caller, opaque ? Map.of("format", "opaque", "id", user.id()) : issSub(user.id()))
                    .then()
                    .statusCode(204);

            Signet.me(tokens.access()).then().statusCode(401);
            Signet.refresh(tokens.refresh()).then().statusCode(401);
            assertThat(app.start(browser, "prompt", "none").location()).contains("error=login_required");
            Signet.me(bystander.access()).then().statusCode(200);
            Signet.me(user.login().access()).then().statusCode(200);
        }
    }

    @Test
    void unauthorizedClientIsRejected() {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();

        given().contentType(ContentType.JSON)
                .body(Map.of("sub_id", issSub(user.id())))
                .post(PATH)
                .then()
                .statusCode(401);
        for (String token :
                List.of(caller("a:read"), tokens.access(), Signet.admin().access())) {
            revoke(token, issSub(user.id()))
                    .then()
                    .statusCode(403)
                    .header("WWW-Authenticate", containsString("insufficient_scope"))
                    .body("error", equalTo("insufficient_scope"));
        }

        Signet.me(tokens.access()).then().statusCode(200);
    }

    @Test
    void unknownSubjectIsRejected() {
        String caller = caller(SCOPE);
        String id = Signet.createUser().id();

        revoke(caller, issSub(UUID.randomUUID().toString())).then().statusCode(404);
        revoke(caller, issSub("nobody")).then().statusCode(404);
        revoke(caller, Map.of("format", "iss_sub", "iss", "https://other.example", "sub", id))
                .then()
                .statusCode(404);
        for (Map<String, ?> malformed : List.of(
                Map.of("format", "email", "email", "a@b.example"),
                Map.of("format", "opaque"),
                Map.of("format", "opaque", "id", id, "iss", TestInstallation.ISSUER),
                Map.of("id", id))) {
            assertOAuthError(revoke(caller, malformed), 400, "invalid_request");
        }
        Signet.bearer(caller)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(400);
    }

    @Test
    void metadataContainsTheGlobalRevocationEndpoint() {
        given().get("/.well-known/oauth-authorization-server")
                .then()
                .body("global_token_revocation_endpoint", equalTo(TestInstallation.ISSUER + PATH))
                .body("global_token_revocation_endpoint_auth_methods_supported", equalTo(List.of("Bearer", "DPoP")));
    }

    private static String caller(String scope) {
        return tokenRequest(OAuth.machine(scope)).clientCredentials().accessToken();
    }

    private static Map<String, String> issSub(String subject) {
        return Map.of("format", "iss_sub", "iss", TestInstallation.ISSUER, "sub", subject);
    }

    private static Response revoke(String token, Map<String, ?> subject) {
        return Signet.bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("sub_id", subject))
                .post(PATH);
    }
}
