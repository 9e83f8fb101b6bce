package dev.signet.links.mail;

/** What a mail is about. */
public enum MailKind {
    EMAIL_VERIFICATION,
    EMAIL_CHANGE,
    PASSWORD_RESET,
    SIGN_IN,
    INVITATION,
    REGISTRATION,
    /** Tells whoever wanted to register that there is an account. */
    ADDRESS_TAKEN,
    /** Tells an account's address that the password is another. */
    PASSWORD_CHANGED,
    /** Notifies the former address of a change by the user, with a link that undoes it. */
    EMAIL_CHANGE_UNDO,

    /** Tells an account's former address that it is the former one. */
    ADDRESS_CHANGED
}
