package dev.signet.oauth.token;

import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.IssuedCode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.ProofKey;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Codes and refresh tokens that are bound to a key (RFC 9449 §5, §10). */
@QuarkusTest
@OnBothStacks
class BoundSessionTest {

    private static final String TOKEN = ISSUER + "/oauth2/token";

    @Inject
    AuthorizationCodes codes;

    private final ProofKey key = new ProofKey();

    @Test
    void keyBoundCodeRequiresItsKey() {
        IssuedCode code = IssuedCode.builder(IssuedCode.webClient(), Signet.createUser(), "openid")
                .keyThumbprint(key.thumbprint())
                .issue(codes);

        assertOAuthError(code.redeem(), 400, "invalid_grant");
        assertOAuthError(code.redeem(new ProofKey().proof(TOKEN)), 400, "invalid_grant");
        code.redeem(key.proof(TOKEN)).then().statusCode(200).body("token_type", equalTo("DPoP"));
    }

    @Test
    void refreshTokenOfPublicClientRequiresItsKey() {
        TestClient spa = IssuedCode.publicClient();
        Response first = login(spa);

        assertOAuthError(tokenRequest(spa).refresh(first.path("refresh_token")).send(), 400, "invalid_grant");
        assertOAuthError(refresh(spa, first, new ProofKey()), 400, "invalid_grant");

        Response second = refresh(spa, first, key);
        second.then().statusCode(200).body("token_type", equalTo("DPoP"));
        assertThat(OAuth.claims(OAuth.accessToken(second)).at("/cnf/jkt").asText())
                .isEqualTo(key.thumbprint());
        // A retry without the key does not receive the tokens either.
        tokenRequest(spa).refresh(first.path("refresh_token")).send().then().statusCode(400);
        refresh(spa, second, key).then().statusCode(200);
    }

    @Test
    void confidentialClientCanChangeItsKey() {
        TestClient web = IssuedCode.webClient();
        Response first = login(web);
        ProofKey another = new ProofKey();

        Response second = refresh(web, first, another);

        second.then().statusCode(200);
        assertThat(OAuth.claims(OAuth.accessToken(second)).at("/cnf/jkt").asText())
                .isEqualTo(another.thumbprint());
    }

    private Response login(TestClient client) {
        Response response = IssuedCode.of(codes, client, Signet.createUser(), "offline_access")
                .redeem(key.proof(TOKEN));
        response.then().statusCode(200);
        return response;
    }

    private static Response refresh(TestClient client, Response before, ProofKey holder) {
        return tokenRequest(client)
                .refresh(before.path("refresh_token"))
                .proof(holder)
                .send();
    }
}
