package dev.signet.links.mail;

/** The kind of a mail. */
public enum MailKind {
    EMAIL_VERIFICATION,
    EMAIL_CHANGE,
    PASSWORD_RESET,
    SIGN_IN,
    INVITATION,
    REGISTRATION,
    /** Informs a user who tried to register that an account exists. */
    ADDRESS_TAKEN,
    /** Notifies a user that the password was changed. */
    PASSWORD_CHANGED,
    /** Notifies a user that a passkey was added. */
    PASSKEY_ADDED,
    /** Notifies the former e-mail address of a change by the user, with a link that undoes it. */
    EMAIL_CHANGE_UNDO,

    /** Notifies the former e-mail address that the account has another one. */
    ADDRESS_CHANGED
}
