package dev.signet.oauth.token;

import dev.signet.oauth.OAuthParameters;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.ProofKey;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static dev.signet.support.Polling.await;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;

/** Token requests on the event loop and on worker threads. */
@QuarkusTest
@OnBothStacks
class TokenEndpointTest {

    private static final String CLIENT_CREDENTIALS = "grant_type=client_credentials";

    @Inject
    TokenEndpoint endpoint;

    @Test
    void cachedClientNeedsNoWorkerThread() {
        TestClient client = cachedClient();

        // The cache is cleared once more when this node reads the event of the client's creation.
        assertThat(await().until(
                                () -> {
                                    cache(client);
                                    return endpoint.issueFromCache(call(client, CLIENT_CREDENTIALS));
                                },
                                Optional::isPresent))
                .get()
                .satisfies(response -> assertThat(response).containsKeys("access_token", "expires_in"));
    }

    @Test
    void requestThatNeedsDatabaseUsesWorkerThread() {
        TestClient client = cachedClient();
        TestClient wrong = new TestClient(client.id(), client.secret() + "x");
        String proof = new ProofKey().proof(ISSUER + "/oauth2/token");

        assertThat(endpoint.issueFromCache(call(wrong, CLIENT_CREDENTIALS))).isEmpty();
        assertThat(endpoint.issueFromCache(call(new TestClient("nobody", "x"), CLIENT_CREDENTIALS)))
                .isEmpty();
        assertThat(endpoint.issueFromCache(call(client, "grant_type=refresh_token&refresh_token=x")))
                .isEmpty();
        assertThat(endpoint.issueFromCache(new TokenEndpointRequest(
                        OAuthParameters.parse(CLIENT_CREDENTIALS), client.basic(), List.of(proof))))
                .isEmpty();
    }

    private static TestClient cachedClient() {
        TestClient client = OAuth.machine("orders:read");
        cache(client);
        return client;
    }

    private static void cache(TestClient client) {
        tokenRequest(client).clientCredentials().send().then().statusCode(200);
    }

    private static TokenEndpointRequest call(TestClient client, String form) {
        return new TokenEndpointRequest(OAuthParameters.parse(form), client.basic(), List.of());
    }
}
