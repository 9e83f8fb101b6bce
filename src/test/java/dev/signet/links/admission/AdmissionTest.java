package dev.signet.links.admission;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.links.mail.MailSetup;
import dev.signet.support.OnBothStacks;
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
    void closedModeRefusesAllUsers() {
        RegistrationGate gate = gate(RegistrationMode.CLOSED);

        assertThat(gate.isOpen()).isFalse();
        assertRefused(gate::requireOpen);
        assertRefused(gate::requireInvitations);
    }

    @Test
    void invitedModeAdmitsOnlyInvitedUsers() {
        RegistrationGate gate = gate(RegistrationMode.INVITED);

        assertThat(gate.isOpen()).isFalse();
        assertRefused(gate::requireOpen);
        assertThatCode(gate::requireInvitations).doesNotThrowAnyException();
    }

    @Test
    void openModeAdmitsAllUsers() {
        RegistrationGate gate = gate(RegistrationMode.OPEN);

        assertThat(gate.isOpen()).isTrue();
        assertThatCode(gate::requireOpen).doesNotThrowAnyException();
        assertThatCode(gate::requireInvitations).doesNotThrowAnyException();
    }

    @Test
    void registrationWithoutMailPreventsStart() {
        assertThatCode(() -> RegistrationGate.check(RegistrationMode.CLOSED, false))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> RegistrationGate.check(RegistrationMode.OPEN, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SIGNET_ACCOUNTS_REGISTRATION")
                .hasMessageContaining("QUARKUS_MAILER_FROM");
    }

    private RegistrationGate gate(RegistrationMode mode) {
        return new RegistrationGate(() -> mode, mail);
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.REGISTRATION_CLOSED));
    }
}
