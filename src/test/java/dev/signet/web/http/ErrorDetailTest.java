package dev.signet.web.http;

import dev.signet.oauth.code.IssuedCode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.ClientRequest;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.oauth.OAuth.parRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Errors name the wrong parameter or member and the expected value. */
@QuarkusTest
class ErrorDetailTest {

    @ParameterizedTest
    @Journey
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "scope=openid | Parameter code_challenge is required: use S256",
                "scope=openid&code_challenge=x&code_challenge_method=S256 | code_challenge must be",
                "scope=openid&code_challenge={challenge} | Parameter code_challenge_method is required: use S256",
                "scope=openid&code_challenge={challenge}&code_challenge_method=plain | code_challenge_method must be S256",
                "code_challenge={challenge}&code_challenge_method=S256 | Parameter scope is required",
                "scope=openid%20payments&code_challenge={challenge}&code_challenge_method=S256 | scope payments",
            })
    void authorizationErrorNamesParameter(String query, String named) {
        TestClient web = IssuedCode.webClient();
        String parameters = query.strip().replace("{challenge}", IssuedCode.challenge(IssuedCode.VERIFIER));
        ClientRequest request =
                parRequest(web).with("response_type", "code").with("redirect_uri", IssuedCode.REDIRECT_URI);
        for (String parameter : parameters.split("&")) {
            String[] pair = parameter.split("=", 2);
            request.with(pair[0], pair[1].replace("%20", " "));
        }

        request.send().then().statusCode(400).body("error_description", containsString(named.strip()));
    }

    @Test
    void redirectedErrorNamesParameter() {
        TestClient web = IssuedCode.webClient();

        String location = io.restassured.RestAssured.given()
                .redirects()
                .follow(false)
                .queryParam("client_id", web.id())
                .queryParam("redirect_uri", IssuedCode.REDIRECT_URI)
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .get("/oauth2/authorize")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");

        org.assertj.core.api.Assertions.assertThat(
                        java.net.URLDecoder.decode(location, java.nio.charset.StandardCharsets.UTF_8))
                .contains("Parameter code_challenge is required: use S256");
    }

    @Test
    void tokenErrorNamesMissingParameter() {
        assertOAuthError(
                        tokenRequest(IssuedCode.webClient())
                                .grant("authorization_code")
                                .send(),
                        400,
                        "invalid_request")
                .body("member", equalTo("code"))
                .body("error_description", equalTo("Parameter code is required."));
    }

    @ParameterizedTest
    @Journey
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POST | /admin/accounts | {`username`:`x`,`rolez`:[]} | rolez | Unknown member: rolez.",
                "POST | /admin/accounts | {`username`:{}} | username | Member username must be a string.",
                "POST | /admin/accounts | {`username`:7} | username | Member username must be a string.",
                "POST | /admin/accounts | {`username`:`x`,`enabled`:`yes`} | enabled | Member enabled must be true or false.",
                "POST | /admin/accounts | {`username`:`x`,`roles`:`admin`} | roles | Member roles must be a JSON array.",
                "POST | /admin/accounts | {`username`:`x`,`roles`:[1]} | roles | Each element of member roles must be a string.",
                "PATCH | /admin/accounts/{id} | {`enabled`:`yes`} | enabled | Member enabled must be true or false.",
                "PATCH | /admin/accounts/{id} | {`roles`:`admin`} | roles | Member roles must be a JSON array.",
                "PATCH | /admin/accounts/{id} | {`name`:7} | name | Member name must be a string.",
                "PUT | /admin/accounts/{id}/roles | [1] | | Each element of the body must be a string.",
                "POST | /admin/accounts/{id}/not-before | {`not_before`:`today`} | not_before | Member not_before must be an RFC 3339 time.",
                "POST | /admin/registration-tokens | {`uses`:`one`} | uses | Member uses must be a number.",
                "POST | /admin/registration-tokens | {`uses`:99999999999} | uses | Member uses must be a number in the allowed range.",
                "POST | /admin/clients | {`jwks`:[]} | jwks | Member jwks must be a JSON object.",
                "POST | /admin/webhooks | [{}] | | The body must be a JSON object.",
                "PUT | /admin/accounts/{id}/roles | {`roles`:[]} | | The body must be a JSON array.",
                "POST | /admin/roles | [`x`] | | The body must be a JSON object.",
                "POST | /admin/roles | {`name`: | | The body is not well-formed JSON.",
            })
    void bodyErrorNamesMember(String method, String path, String body, String member, String detail) {
        String admin = Signet.admin().access();
        String id = Signet.me(admin).path("sub");

        assertProblem(
                        Signet.bearer(admin)
                                .contentType("application/json")
                                .body(body.replace('`', '"'))
                                .request(method, path.replace("{id}", id)),
                        400,
                        "invalid_request")
                .body("member", equalTo(member))
                .body("detail", equalTo(detail));
    }
}
