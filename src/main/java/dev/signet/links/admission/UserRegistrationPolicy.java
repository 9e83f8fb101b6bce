package dev.signet.links.admission;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import dev.signet.links.mail.MailSetup;
import jakarta.enterprise.context.ApplicationScoped;

/** Permission to create an account. The service does not start if registration is allowed but no mail can be sent. */
@ApplicationScoped
public class UserRegistrationPolicy implements SettingsCheck {

    private final UserRegistrationMode mode;
    private final MailSetup mail;

    UserRegistrationPolicy(RegistrationConfig config, MailSetup mail) {
        this.mode = config.registration();
        this.mail = mail;
    }

    @Override
    public void check() {
        check(mode, mail.isConfigured());
    }

    static void check(UserRegistrationMode mode, boolean mailConfigured) {
        if (mode != UserRegistrationMode.CLOSED && !mailConfigured) {
            throw Settings.under("signet.accounts")
                    .invalid("registration", "needs mail for new accounts: " + MailSetup.REMEDY);
        }
    }

    public boolean isOpen() {
        return mode == UserRegistrationMode.OPEN;
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
        if (mode == UserRegistrationMode.CLOSED) {
            throw new ServiceException(ErrorCode.REGISTRATION_CLOSED, "signet.accounts.registration is closed");
        }
    }
}
