package dev.signet.links.page;

import dev.signet.links.admission.UserRegistrationPolicy;
import dev.signet.links.mail.MailSetup;
import dev.signet.login.browser.SignInOptions;
import dev.signet.pages.Branding;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Adds links to the sign-in page if mail is configured. */
@Singleton
final class LinkSignInOptions implements SignInOptions {

    private final Branding branding;
    private final MailSetup mail;
    private final UserRegistrationPolicy registrationPolicy;

    LinkSignInOptions(Branding branding, MailSetup mail, UserRegistrationPolicy registrationPolicy) {
        this.branding = branding;
        this.mail = mail;
        this.registrationPolicy = registrationPolicy;
    }

    @Override
    public @Nullable String passwordReset() {
        return mail.isConfigured() ? branding.path(LinkRequestType.PASSWORD_RESET.path()) : null;
    }

    @Override
    public @Nullable String signInLink() {
        return mail.isConfigured() ? branding.path(LinkRequestType.SIGN_IN.path()) : null;
    }

    @Override
    public @Nullable String registration() {
        return registrationPolicy.isOpen() ? branding.path(LinkRequestType.REGISTRATION.path()) : null;
    }
}
