package dev.signet.links;

import dev.signet.links.mail.MailKind;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a link is for; a link is for one thing alone. */
public enum Purpose {
    /** Notes that the address an account has is its own. */
    EMAIL_VERIFICATION,
    /** Gives an account the address to which the link was sent. */
    EMAIL_CHANGE,
    /** Restores the former e-mail address of an account; sent to that e-mail address. */
    EMAIL_CHANGE_UNDO,
    PASSWORD_RESET,
    SIGN_IN,
    /** Makes the account somebody was invited to make. */
    INVITATION,
    /** Makes an account for whoever asked for one. */
    REGISTRATION;

    private static final Set<Purpose> TO_THE_OWN_ADDRESS = EnumSet.of(EMAIL_VERIFICATION, PASSWORD_RESET, SIGN_IN);

    /** Whether a link is worth something only as long as its account has the address to which it was sent. */
    boolean isForTheOwnAddress() {
        return TO_THE_OWN_ADDRESS.contains(this);
    }

    /** Whether an account is made by it. */
    boolean isForNobodyYet() {
        return this == INVITATION || this == REGISTRATION;
    }

    MailKind mail() {
        return MailKind.valueOf(name());
    }

    /** The purpose of the link in a mail; empty if it has none. */
    static Optional<Purpose> of(MailKind mail) {
        for (Purpose purpose : values()) {
            if (purpose.name().equals(mail.name())) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
