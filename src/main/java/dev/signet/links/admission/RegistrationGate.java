package dev.signet.links.admission;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import dev.signet.links.mail.MailSetup;
import jakarta.enterprise.context.ApplicationScoped;

/** Permission to create an account. The service refuses to start if registration is allowed but no mail can be sent. */
@ApplicationScoped
public class RegistrationGate implements SettingsCheck {

    private final RegistrationMode mode;
    private final MailSetup mail;

    RegistrationGate(RegistrationConfig config, MailSetup mail) {
        this.mode = config.registration();
        this.mail = mail;
    }

    @Override
    public void check() {
        check(mode, mail.isConfigured());
    }

    static void check(RegistrationMode mode, boolean mailConfigured) {
        if (mode != RegistrationMode.CLOSED && !mailConfigured) {
            throw Settings.under("signet.accounts")
                    .refused("registration", "needs mail for new accounts: " + MailSetup.REMEDY);
        }
    }

    public boolean isOpen() {
        return mode == RegistrationMode.OPEN;
    }

    /**
     * Requires open registration.
     *
     * @throws ServiceException {@code registration_closed}
     */
    public void requireOpen() {
        if (!isOpen()) {
            throw new ServiceException(ErrorCode.REGISTRATION_CLOSED, "signet.accounts.registration is not open");
        }
    }

    /**
     * Requires a mode that allows invitations.
     *
     * @throws ServiceException {@code registration_closed}
     */
    public void requireInvitations() {
        if (mode == RegistrationMode.CLOSED) {
            throw new ServiceException(ErrorCode.REGISTRATION_CLOSED, "signet.accounts.registration is closed");
        }
    }
}
