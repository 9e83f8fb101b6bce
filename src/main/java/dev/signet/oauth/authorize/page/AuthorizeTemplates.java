package dev.signet.oauth.authorize.page;

import dev.signet.clients.ClientDisplay;
import dev.signet.login.browser.SignInOptions;
import dev.signet.login.passkeys.PasskeyPrompt;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Templates of the authorization and device pages. */
@CheckedTemplate(basePath = "authorize")
public final class AuthorizeTemplates {

    private AuthorizeTemplates() {}

    public static native TemplateInstance signIn(
            PageForm form, String username, String notice, SignInOptions offers, @Nullable PasskeyPrompt passkey);

    public static native TemplateInstance secondFactor(PageForm form, String notice, @Nullable PasskeyPrompt passkey);

    public static native TemplateInstance selectAccount(PageForm form, String username, String initial);

    public static native TemplateInstance consent(
            PageForm form,
            String username,
            List<String> scopes,
            List<String> audience,
            String returnsTo,
            ClientDisplay presentation);

    public static native TemplateInstance formPost(String action, List<HiddenField> fields, String script);

    public static native TemplateInstance untrustedReturn(
            String client, String place, String target, List<HiddenField> fields, String error);

    public static native TemplateInstance deviceCode(PageForm form, String userCode, String notice);

    public static native TemplateInstance deviceDecision(
            PageForm form,
            String userCode,
            String ipAddress,
            String username,
            List<String> scopes,
            List<String> audience);

    public static native TemplateInstance deviceDone(boolean allowed);
}
