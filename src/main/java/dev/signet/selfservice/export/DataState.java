package dev.signet.selfservice.export;

import io.quarkus.qute.TemplateData;

/**
 * The forms of the page.
 *
 * @param form the name of the form if it has a message; otherwise empty
 * @param notice the message
 * @param authenticator whether the account has an authenticator app, whose code is required too
 * @param canDelete whether users may delete their own account
 */
@TemplateData
record DataState(String form, String notice, boolean authenticator, boolean canDelete) {

    static final String EXPORT = "export";
    static final String DELETION = "deletion";
    static final String WRONG = "wrong";
    static final String THROTTLED = "throttled";
    static final String LAST_ADMINISTRATOR = "last_administrator";
}
