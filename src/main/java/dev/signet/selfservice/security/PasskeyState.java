package dev.signet.selfservice.security;

import dev.signet.login.passkeys.PasskeyPrompt;
import io.quarkus.qute.TemplateData;

import java.util.List;

/**
 * The passkeys of the account.
 *
 * @param accepted the credentials of the account, so that password managers forget others
 * @param passwordRequired whether a new passkey requires the current password and code
 * @param notice the message of a rejected form; empty if there is none
 */
@TemplateData
record PasskeyState(List<PasskeyEntry> items, String accepted, boolean passwordRequired, String notice) {

    static final String FAILED = "failed";
    static final String LIMIT = "limit";
    static final String LAST = "last";
    static final String NAME = "name";

    /** Returns the text of the script that signals the accepted credentials. */
    public String script() {
        return PasskeyPrompt.SCRIPT.text();
    }
}
