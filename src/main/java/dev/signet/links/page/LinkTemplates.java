package dev.signet.links.page;

import dev.signet.login.browser.InterruptedLogin;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Templates of the pages. */
@CheckedTemplate(basePath = "links")
final class LinkTemplates {

    private LinkTemplates() {}

    static native TemplateInstance ask(LinkForm form, String purpose, String typed, String notice);

    static native TemplateInstance confirm(LinkForm form, String purpose, String email, String username);

    static native TemplateInstance changeEmail(
            LinkForm form, String email, String username, boolean asksPassword, String notice);

    static native TemplateInstance newPassword(LinkForm form, String username, String notice);

    static native TemplateInstance newAccount(LinkForm form, String email, String preset, String typed, String notice);

    static native TemplateInstance secondFactor(LinkForm form, String notice);

    /** @param login the login that the user interrupted; null if there is none */
    static native TemplateInstance done(String result, String detail, @Nullable InterruptedLogin login);
}
