package dev.signet.links;

import dev.signet.links.admission.UserRegistrationPolicy;
import dev.signet.links.mail.MailSetup;
import dev.signet.login.browser.SignInOptions;
import dev.signet.pages.Branding;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Adds links to the sign-in page if mail is configured. */
@Singleton
final class LinkSignInOptions implements SignInOptions {

    private final Branding look;
    private final MailSetup mail;
    private final UserRegistrationPolicy gate;

    LinkSignInOptions(Branding look, MailSetup mail, UserRegistrationPolicy gate) {
        this.look = look;
        this.mail = mail;
        this.gate = gate;
    }

    @Override
    public @Nullable String passwordReset() {
        return mail.isConfigured() ? look.path(LinkRequestType.PASSWORD_RESET.path()) : null;
    }

    @Override
    public @Nullable String signInLink() {
        return mail.isConfigured() ? look.path(LinkRequestType.SIGN_IN.path()) : null;
    }

    @Override
    public @Nullable String registration() {
        return gate.isOpen() ? look.path(LinkRequestType.REGISTRATION.path()) : null;
    }
}
