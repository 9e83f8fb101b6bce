package dev.signet.links;

import dev.signet.links.admission.RegistrationGate;
import dev.signet.links.mail.MailSetup;
import dev.signet.login.browser.SignInOffers;
import dev.signet.pages.Look;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Adds links to the sign-in page if mail is configured. */
@Singleton
final class Offers implements SignInOffers {

    private final Look look;
    private final MailSetup mail;
    private final RegistrationGate gate;

    Offers(Look look, MailSetup mail, RegistrationGate gate) {
        this.look = look;
        this.mail = mail;
        this.gate = gate;
    }

    @Override
    public @Nullable String passwordReset() {
        return mail.isConfigured() ? look.path(Wish.PASSWORD_RESET.path()) : null;
    }

    @Override
    public @Nullable String signInLink() {
        return mail.isConfigured() ? look.path(Wish.SIGN_IN.path()) : null;
    }

    @Override
    public @Nullable String registration() {
        return gate.isOpen() ? look.path(Wish.REGISTRATION.path()) : null;
    }
}
