package dev.signet.oidc.logout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of the logout pages. */
@CheckedTemplate(basePath = "logout")
final class LogoutTemplates {

    private LogoutTemplates() {}

    static native TemplateInstance confirm(ConfirmForm form);
}
