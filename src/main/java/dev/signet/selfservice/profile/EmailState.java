package dev.signet.selfservice.profile;

import io.quarkus.qute.TemplateData;

/**
 * The form for another e-mail address.
 *
 * @param form the name of the form if it has a message; otherwise empty
 * @param notice the message
 * @param authenticator whether the account has an authenticator app, whose code is required too
 * @param typed the e-mail address that the user entered
 */
@TemplateData
record EmailState(String form, String notice, boolean authenticator, String typed) {

    static final String FORM = "email";
    static final String WRONG = "wrong";
    static final String INVALID = "invalid";
    static final String THROTTLED = "throttled";
}
