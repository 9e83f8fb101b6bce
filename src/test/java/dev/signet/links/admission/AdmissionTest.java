package dev.signet.links.admission;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.links.mail.MailSetup;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@OnBothStacks
class AdmissionTest {

    @Inject
    MailSetup mail;

    @Test
    void closedModeRejectsAllUsers() {
        UserRegistrationPolicy registrationPolicy = registrationPolicy(UserRegistrationMode.CLOSED);

        assertThat(registrationPolicy.isOpen()).isFalse();
        assertRejected(registrationPolicy::requireOpen);
        assertRejected(registrationPolicy::requireInvitations);
    }

    @Test
    void invitedModeAdmitsOnlyInvitedUsers() {
        UserRegistrationPolicy registrationPolicy = registrationPolicy(UserRegistrationMode.INVITED);

        assertThat(registrationPolicy.isOpen()).isFalse();
        assertRejected(registrationPolicy::requireOpen);
        assertThatCode(registrationPolicy::requireInvitations).doesNotThrowAnyException();
    }

    @Test
    void openModeAdmitsAllUsers() {
        UserRegistrationPolicy registrationPolicy = registrationPolicy(UserRegistrationMode.OPEN);

        assertThat(registrationPolicy.isOpen()).isTrue();
        assertThatCode(registrationPolicy::requireOpen).doesNotThrowAnyException();
        assertThatCode(registrationPolicy::requireInvitations).doesNotThrowAnyException();
    }

    @Test
    void registrationWithoutMailPreventsStart() {
        assertThatCode(() -> UserRegistrationPolicy.check(UserRegistrationMode.CLOSED, false))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> UserRegistrationPolicy.check(UserRegistrationMode.OPEN, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SIGNET_ACCOUNTS_REGISTRATION")
                .hasMessageContaining("QUARKUS_MAILER_FROM");
    }

    private UserRegistrationPolicy registrationPolicy(UserRegistrationMode mode) {
        return new UserRegistrationPolicy(() -> mode, mail);
    }

    private static void assertRejected(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.REGISTRATION_CLOSED));
    }
}
