package dev.signet.oauth.authorize;

import dev.signet.clients.ClientDisplay;
import dev.signet.login.browser.SignInOptions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import java.util.List;

/** Templates of the authorization and device pages. */
@CheckedTemplate(basePath = "authorize")
final class AuthorizeTemplates {

    private AuthorizeTemplates() {}

    static native TemplateInstance signIn(PageForm form, String username, String notice, SignInOptions offers);

    static native TemplateInstance secondFactor(PageForm form, String notice);

    static native TemplateInstance selectAccount(PageForm form, String username, String initial);

    static native TemplateInstance consent(
            PageForm form,
            String username,
            List<String> scopes,
            List<String> audience,
            String returnsTo,
            ClientDisplay presentation);

    static native TemplateInstance formPost(String action, List<HiddenField> fields, String script);

    static native TemplateInstance untrustedReturn(
            String client, String place, String target, List<HiddenField> fields, String error);

    static native TemplateInstance deviceCode(PageForm form, String userCode, String notice);

    static native TemplateInstance deviceDecision(
            PageForm form,
            String userCode,
            String address,
            String username,
            List<String> scopes,
            List<String> audience);

    static native TemplateInstance deviceDone(boolean allowed);
}
