package dev.signet.oauth.token;

import dev.signet.oauth.OAuthParameters;
import dev.signet.support.OAuth;
import dev.signet.support.OnBothStacks;
import dev.signet.support.ProofKey;
import dev.signet.support.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static dev.signet.support.Polling.await;
import static dev.signet.support.TestInstallation.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

/** What is answered on the event loop, and what is left to a worker thread. */
@QuarkusTest
@OnBothStacks
class TokenEndpointTest {

    private static final String CLIENT_CREDENTIALS = "grant_type=client_credentials";

    @Inject
    TokenEndpoint endpoint;

    @Test
    void clientInMemoryIsAnsweredAtOnce() {
        TestClient client = remembered();

        // The memory is emptied once more when this node reads of the client's creation.
        assertThat(await().until(
                                () -> {
                                    remember(client);
                                    return endpoint.answerAtOnce(call(client, CLIENT_CREDENTIALS));
                                },
                                Optional::isPresent))
                .get()
                .satisfies(answer -> assertThat(answer).containsKeys("access_token", "expires_in"));
    }

    @Test
    void whatHasToAskTheDatabaseIsNot() {
        TestClient client = remembered();
        TestClient wrong = new TestClient(client.id(), client.secret() + "x");
        String proof = new ProofKey().proof(ISSUER + "/oauth2/token");

        assertThat(endpoint.answerAtOnce(call(wrong, CLIENT_CREDENTIALS))).isEmpty();
        assertThat(endpoint.answerAtOnce(call(new TestClient("nobody", "x"), CLIENT_CREDENTIALS)))
                .isEmpty();
        assertThat(endpoint.answerAtOnce(call(client, "grant_type=refresh_token&refresh_token=x")))
                .isEmpty();
        assertThat(endpoint.answerAtOnce(
                        new TokenCall(OAuthParameters.parse(CLIENT_CREDENTIALS), client.basic(), List.of(proof))))
                .isEmpty();
    }

    private static TestClient remembered() {
        TestClient client = OAuth.machine("orders:read");
        remember(client);
        return client;
    }

    private static void remember(TestClient client) {
        OAuth.token(client, "grant_type", "client_credentials").then().statusCode(200);
    }

    private static TokenCall call(TestClient client, String form) {
        return new TokenCall(OAuthParameters.parse(form), client.basic(), List.of());
    }
}
