package dev.signet.clients.registration;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.throttle.AttemptLimits;
import dev.signet.web.caller.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@QuarkusTest
@OnBothStacks
class ClientRegistrationPolicyTest {

    @Inject
    InitialTokens tokens;

    @Inject
    AttemptLimits limits;

    @Inject
    Caller caller;

    @Test
    void registrationIsNotFoundIfOff() {
        ClientRegistrationPolicy registrationPolicy = registrationPolicy(ClientRegistrationMode.OFF);

        assertThat(registrationPolicy.allowsRegistration()).isFalse();
        assertThat(rejection(registrationPolicy, null)).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(rejection(registrationPolicy, "sgi_x")).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void openRegistrationIsRateLimited() {
        ClientRegistrationPolicy registrationPolicy = registrationPolicy(ClientRegistrationMode.OPEN);

        for (int i = 0; i < 20; i++) {
            registrationPolicy.requireAllowed(null);
        }

        assertThat(rejection(registrationPolicy, null)).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
        assertThat(rejection(registrationPolicy, "sgi_x")).isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void registrationRequiresInitialTokenInTokenMode() {
        ClientRegistrationPolicy registrationPolicy = registrationPolicy(ClientRegistrationMode.TOKEN);

        assertThat(rejection(registrationPolicy, null)).isEqualTo(ErrorCode.AUTHENTICATION_REQUIRED);
        assertThat(rejection(registrationPolicy, "sgi_x")).isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    private static ErrorCode rejection(ClientRegistrationPolicy registrationPolicy, String token) {
        return catchThrowableOfType(ServiceException.class, () -> registrationPolicy.requireAllowed(token))
                .code();
    }

    private ClientRegistrationPolicy registrationPolicy(ClientRegistrationMode mode) {
        return new ClientRegistrationPolicy(tokens, limits, caller, () -> mode);
    }
}
