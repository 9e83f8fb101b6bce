package dev.signet.selfservice.security;

import dev.signet.login.passkeys.PasskeyPrompt;
import dev.signet.selfservice.AccountFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import java.util.List;

/** Templates of the page for credentials. */
@CheckedTemplate(basePath = "account")
final class SecurityTemplates {

    private SecurityTemplates() {}

    static native TemplateInstance security(AccountFrame frame, SecurityState state, PasskeyState passkeys);

    static native TemplateInstance newPasskey(AccountFrame frame, PasskeyPrompt prompt);

    /** @param image the QR code; empty to ask for another code of an app that is already set up */
    static native TemplateInstance authenticator(AccountFrame frame, String image, String secret);

    /**
     * @param file a URL of the type {@code data} with the codes as a text file
     * @param enrolled whether the authenticator app was confirmed just now
     */
    static native TemplateInstance recoveryCodes(AccountFrame frame, List<String> codes, String file, boolean enrolled);
}
