package dev.signet.links;

import dev.signet.links.mail.MailKind;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The purpose of a link; a link has exactly one. */
public enum LinkPurpose {
    /** Verifies the e-mail address of an account. */
    EMAIL_VERIFICATION,
    /** Changes the e-mail address of an account to the address to which the link was sent. */
    EMAIL_CHANGE,
    /** Restores the former e-mail address of an account; sent to that e-mail address. */
    EMAIL_CHANGE_UNDO,
    PASSWORD_RESET,
    SIGN_IN,
    /** Creates the account of an invited user. */
    INVITATION,
    /** Creates the account of a user who registered. */
    REGISTRATION;

    private static final Set<LinkPurpose> CURRENT_EMAIL_REQUIRED =
            EnumSet.of(EMAIL_VERIFICATION, PASSWORD_RESET, SIGN_IN);

    /** Returns whether a link is valid only while its account has the e-mail address to which it was sent. */
    public boolean requiresCurrentEmail() {
        return CURRENT_EMAIL_REQUIRED.contains(this);
    }

    /** Returns whether the link creates an account. */
    public boolean createsAccount() {
        return this == INVITATION || this == REGISTRATION;
    }

    /** Returns whether the user signs in by the link, or can do so after its use. */
    public boolean leadsToSignIn() {
        return this == PASSWORD_RESET || this == SIGN_IN || createsAccount();
    }

    /** Returns the kind of mail that contains a link of this purpose. */
    public MailKind mail() {
        return MailKind.valueOf(name());
    }

    /** Returns the purpose of the link in a mail; empty if the mail has none. */
    public static Optional<LinkPurpose> of(MailKind mail) {
        for (LinkPurpose purpose : values()) {
            if (purpose.name().equals(mail.name())) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }

    /** Returns the value in requests, responses and events. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
