package dev.signet.oauth.authorize.transaction;

import dev.signet.error.ServiceException;
import dev.signet.oauth.request.PresentedRequest;
import dev.signet.oauth.request.RequestParameters;
import dev.signet.support.ConcurrentCalls;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Continuation of an authorization request whose user left the sign-in page. */
@QuarkusTest
@OnBothStacks
class InterruptedRequestTest {

    private static final UUID SESSION = UUID.randomUUID();

    @Inject
    AuthorizationTransactions transactions;

    private final String browser = UUID.randomUUID().toString();

    @BeforeEach
    void openSignInPage() {
        PresentedRequest request =
                new PresentedRequest(RequestParameters.of(Map.of("client_id", List.of("app"))), null);
        transactions.open(request, AuthorizationStep.SIGN_IN, browser, SESSION);
    }

    @Test
    void continuedRequestKeepsItsExpiry() {
        InterruptedRequest former = interrupted();

        transactions.reopen(former, AuthorizationStep.SIGN_IN, browser, SESSION);

        assertThat(interrupted().id()).isNotEqualTo(former.id());
        assertThat(interrupted().expiresAt()).isEqualTo(former.expiresAt());
    }

    @Test
    void concurrentContinuationsOpenOnePage() throws Exception {
        InterruptedRequest former = interrupted();

        List<Boolean> continued = ConcurrentCalls.run(8, () -> isContinued(former));

        assertThat(continued).containsOnlyOnce(true);
    }

    private InterruptedRequest interrupted() {
        return transactions.findSignIn(browser).orElseThrow();
    }

    private boolean isContinued(InterruptedRequest former) {
        try {
            transactions.reopen(former, AuthorizationStep.SIGN_IN, browser, SESSION);
            return true;
        } catch (ServiceException e) {
            return false;
        }
    }
}
